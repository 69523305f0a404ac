import type { RunningService } from "@huu-nghi/service-kit";
import { testLog } from "@huu-nghi/test-kit";
import type { GraphQLFormattedError } from "graphql";
import { startGateway, type GatewayOptions } from "../gateway";
import { ask } from "../fixtures/small-graph.fixture";
import { serveGraph, type FederatedGraph, type FederationCase, type ServedGraph } from "./federated-graph.fixture";

export const executors = ["stock", "compiled"] as const;
export type Executor = (typeof executors)[number];

const outline = ({ path, extensions }: GraphQLFormattedError) => ({ ...(path && { path }), code: extensions?.["code"] });

const check = async (url: string, served: ServedGraph, { query, variables, data, errors, asks }: FederationCase, executor: Executor) => {
  served.forget();
  const answer = await ask(url, query, variables);
  expect({ data: answer.data, errors: answer.errors?.map(outline) }).toEqual({ data, errors });
  // A client may rely on fields to come in the order in which it asked for them.
  expect(JSON.stringify(answer.data)).toBe(JSON.stringify(data));
  if (asks === undefined || executor === "stock") return;
  for (const [subgraph, count] of Object.entries(served.counts())) expect([subgraph, Math.max(count, asks[subgraph] ?? 0)]).toEqual([subgraph, asks[subgraph] ?? 0]);
};

/** A test for each case of the idea, with each executor; all of them ask the same subgraphs. */
export const proves = (graph: FederatedGraph, names: readonly Executor[] = executors) => {
  describe(graph.idea, () => {
    let served: ServedGraph;
    const gateways = new Map<Executor, RunningService>();
    beforeAll(async () => {
      served = await serveGraph(graph);
      for (const executor of names) {
        const options: GatewayOptions & { executor: Executor } = { supergraphSdl: served.supergraphSdl, log: testLog("gateway"), executor };
        gateways.set(executor, await startGateway(options));
      }
    });
    afterAll(async () => {
      for (const gateway of gateways.values()) await gateway.close();
      await served?.close();
    });
    beforeEach(() => graph.reset?.());

    for (const executor of names) {
      describe(`by the ${executor} executor`, () => {
        for (const given of graph.cases) {
          if (executor === "stock" && given.wrongInStock !== undefined) it.skip(`${given.promise} (wrong in stock: ${given.wrongInStock})`, () => undefined);
          else it(given.promise, () => check(gateways.get(executor)!.url, served, given, executor));
        }
      });
    }
  });
};
