import type { RunningService } from "@huu-nghi/service-kit";
import { buildDivisionSchema, type Division } from "@huu-nghi/subgraph-kit";
import { ask } from "./graphql-client";
import { testSubgraph, type TestSubgraph } from "./subgraph";
import type { Content } from "./test-database";

/** What is needed of a gateway; the gateway stands above the packages, so that tests bring it along. */
export interface TestableGateway {
  composeSupergraph: (subgraphs: { name: string; sdl: string; url: string }[]) => { supergraphSdl: string };
  startGateway: (options: { supergraphSdl: string }) => Promise<RunningService>;
}

/** Divisions behind a gateway. */
export interface TestSupergraph extends Pick<TestSubgraph, "url" | "run" | "statements" | typeof Symbol.asyncDispose> {
  divisions: Record<string, TestSubgraph>;
}

/** Starts the gateway over these divisions as their code is now, each with a database of its own. */
export const supergraphTester =
  ({ composeSupergraph, startGateway }: TestableGateway, divisions: Division[]) =>
  async (content: Content = {}): Promise<TestSupergraph> => {
    const subgraphs = await Promise.all(divisions.map(division => testSubgraph(division, content)));
    const schemas = divisions.map((division, index) => ({ name: division.name, sdl: buildDivisionSchema(division).sdl, url: subgraphs[index]!.url }));
    const gateway = await startGateway({ supergraphSdl: composeSupergraph(schemas).supergraphSdl });
    return {
      url: gateway.url,
      divisions: Object.fromEntries(divisions.map(({ name }, index) => [name, subgraphs[index]!])),
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
