import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeSupergraph } from "@huu-nghi/gateway";
import { buildSchema, execute, parse } from "graphql";
import { benchFolder } from "./config";
import type { Ground } from "./gateways";
import { installPeers } from "./peers";
import { messageOf, startNode } from "./processes";
import type { Question } from "./serving";
import { deepQuery, lightQuery } from "./workload/queries";
import { root } from "./workload/records";
import { schemas } from "./workload/schemas";

export interface Workload {
  ground: Ground;
  question: Question;
  light: Question;
  /** How many requests the subgraphs have had. */
  subrequests(): Promise<number>;
}

/** What one server with all fields and records answers, by graphql-js. */
const questionOf = (supergraphSdl: string, query: string, variables: Record<string, unknown>): Question => {
  const schema = buildSchema(supergraphSdl, { assumeValidSDL: true });
  const expected = execute({ schema, document: parse(query), rootValue: root, variableValues: variables });
  return { query, variables, expected: JSON.parse(JSON.stringify(expected)) as unknown };
};

/** The static subgraphs listening, their supergraph in a file, and the peers installed. */
export const prepare = async (): Promise<Workload> => {
  const folder = benchFolder();
  mkdirSync(folder, { recursive: true });
  const peers = installPeers(folder);
  const child = startNode("load", { args: [join(__dirname, "workload/subgraphs.process.js")], logFile: join(folder, "subgraphs.log") });
  const subgraphUrls = (await messageOf(child)) as Record<string, string>;
  const { supergraphSdl } = composeSupergraph(Object.entries(schemas).map(([name, sdl]) => ({ name, sdl, url: subgraphUrls[name]! })));
  const supergraph = join(folder, "supergraph.graphql");
  writeFileSync(supergraph, supergraphSdl);
  const [anyUrl = ""] = Object.values(subgraphUrls);
  return {
    ground: { supergraph, subgraphUrls, peers, folder },
    question: questionOf(supergraphSdl, deepQuery, { visitor: "somebody" }),
    light: questionOf(supergraphSdl, lightQuery, {}),
    subrequests: async () => ((await (await fetch(anyUrl)).json()) as { requests: number }).requests,
  };
};
