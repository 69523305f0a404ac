import { developmentToken, newDevelopmentKey, type DevelopmentClaims, type JSONWebKeySet, type KeyRing } from "@huu-nghi/identity";
import type { Log, RunningService } from "@huu-nghi/service-kit";
import { buildDivisionSchema, type Division } from "@huu-nghi/subgraph-kit";
import { ask, type GraphqlAnswer } from "./graphql-client";
import { testSubgraph, type TestSubgraph } from "./subgraph";
import type { Content } from "./test-database";
import { plant } from "./planted";
import { testLog } from "./test-log";
import { testKeys } from "./viewers";

/** What is needed of a gateway; the gateway stands above the packages, so that tests bring it along. */
export interface TestableGateway {
  composeSupergraph: (subgraphs: { name: string; sdl: string; url: string }[]) => { supergraphSdl: string };
  startGateway: (options: { supergraphSdl: string; keys: KeyRing; log: Log; tokens: { development: JSONWebKeySet } }) => Promise<RunningService>;
}

/** Divisions behind a gateway. */
export interface TestSupergraph extends Pick<TestSubgraph, "url" | "statements" | typeof Symbol.asyncDispose> {
  /** Asks without a token, or with one that says this. */
  run: (query: string, variables?: Record<string, unknown>, claims?: DevelopmentClaims) => Promise<GraphqlAnswer>;
  /** A development token that this gateway takes. */
  token: (claims: DevelopmentClaims) => Promise<string>;
  divisions: Record<string, TestSubgraph>;
}

/** Starts the gateway over these divisions as their code is now, each with a database of its own. */
export const supergraphTester =
  ({ composeSupergraph, startGateway }: TestableGateway, divisions: Division[]) =>
  async (content: Content = {}): Promise<TestSupergraph> => {
    const subgraphs = await Promise.all(divisions.map(division => testSubgraph(division, content)));
    const schemas = divisions.map((division, index) => ({ name: division.name, sdl: buildDivisionSchema(division).sdl, url: subgraphs[index]!.url }));
    const { privateKey, jwks } = await newDevelopmentKey();
    const gateway = await startGateway({ supergraphSdl: composeSupergraph(schemas).supergraphSdl, keys: testKeys, log: testLog("gateway"), tokens: { development: jwks } });
    const token = async (claims: DevelopmentClaims) => plant("token", await developmentToken(privateKey, claims));
    return {
      url: gateway.url,
      divisions: Object.fromEntries(divisions.map(({ name }, index) => [name, subgraphs[index]!])),
      token,
      run: async (query, variables, claims) => ask(gateway.url, query, variables, claims && { authorization: `Bearer ${await token(claims)}` }),
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
