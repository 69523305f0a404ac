import { composeSupergraph, startGateway } from "@huu-nghi/gateway";
import { buildDivisionSchema, type Division } from "@huu-nghi/subgraph-kit";
import { ask } from "./graphql-client";
import { testSubgraph, type TestSubgraph } from "./subgraph";
import type { Content } from "./test-database";

/** Divisions behind a gateway. */
export interface TestSupergraph extends Pick<TestSubgraph, "url" | "run" | "statements" | typeof Symbol.asyncDispose> {
  divisions: Record<string, TestSubgraph>;
}

/** The gateway over these divisions as their code is now, each with a database of its own. */
export const testSupergraph = async (divisions: Division[], content: Content = {}): Promise<TestSupergraph> => {
  const started = await Promise.all(divisions.map(async division => [division.name, await testSubgraph(division, content)] as const));
  const running = Object.fromEntries(started);
  const composed = composeSupergraph(divisions.map(division => ({ name: division.name, sdl: buildDivisionSchema(division).sdl, url: running[division.name]!.url })));
  const gateway = await startGateway({ supergraphSdl: composed.supergraphSdl });
  const subgraphs = started.map(([, subgraph]) => subgraph);
  return {
    url: gateway.url,
    divisions: running,
    run: (query, variables) => ask(gateway.url, query, variables),
    statements: async work => {
      const all: string[][] = [];
      const counting = subgraphs.reduceRight<() => Promise<unknown>>((inner, subgraph) => async () => void all.push(await subgraph.statements(inner)), work);
      await counting();
      return all.flat();
    },
    [Symbol.asyncDispose]: async () => {
      await gateway.close();
      await Promise.all(subgraphs.map(subgraph => subgraph[Symbol.asyncDispose]()));
    },
  };
};
