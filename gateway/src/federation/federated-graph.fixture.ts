import { buildSubgraphSchema } from "@apollo/subgraph";
import { serveGraphql, type RequestContext, type RunningService } from "@huu-nghi/service-kit";
import { testLog } from "@huu-nghi/test-kit";
import { parse } from "graphql";
import { composeSupergraph } from "../supergraph/composition";

type Resolvers = Parameters<typeof buildSubgraphSchema>[0] extends infer Modules ? Modules extends { resolvers?: infer Map } ? Map : never : never;

export interface Subgraph {
  /** Without the link to federation's specification, which every subgraph gets; a schema of version 1 has none. */
  sdl: string;
  resolvers?: object;
  version?: 1 | 2;
}

export interface ExpectedError {
  path?: readonly (string | number)[];
  code: string;
}

/** A question and the answer that is right by the specifications, whoever executes it. */
export interface FederationCase {
  promise: string;
  query: string;
  variables?: Record<string, unknown>;
  /** Absent where the request is refused as a whole. */
  data?: unknown;
  errors?: readonly ExpectedError[];
  /** How many requests each subgraph gets at most; one that is not named gets none. */
  asks?: Record<string, number>;
  /** Why the stock executor's answer is wrong: it is not asked. The whole list stands in federation.test.ts. */
  wrongInStock?: string;
}

/** One idea of federation: subgraphs that use it, and what may be asked of them. */
export interface FederatedGraph {
  idea: string;
  subgraphs: Record<string, Subgraph>;
  cases: readonly FederationCase[];
  /** Brings the data back to where it was; runs before each case. */
  reset?: () => void;
}

const directives = ["key", "requires", "provides", "external", "shareable", "override", "inaccessible", "interfaceObject", "extends", "tag", "composeDirective"];
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${directives.map(name => `"@${name}"`).join(", ")}])\n`;
export const schemaOf = ({ sdl, version = 2 }: Subgraph) => (version === 2 ? link + sdl : sdl);

export interface SubRequest {
  subgraph: string;
  query: string;
  variables: Record<string, unknown>;
}

const startSubgraph = (name: string, subgraph: Subgraph, asked: SubRequest[]) =>
  serveGraphql<RequestContext>({
    log: testLog(name),
    host: "127.0.0.1",
    port: 0,
    apollo: { schema: buildSubgraphSchema({ typeDefs: parse(schemaOf(subgraph)), resolvers: subgraph.resolvers as Resolvers & object }) },
    context: ({ body }, base) => {
      const { query, variables } = body as Pick<SubRequest, "query" | "variables">;
      asked.push({ subgraph: name, query, variables });
      return base;
    },
    ready: async () => undefined,
  });

export interface ServedGraph {
  supergraphSdl: string;
  /** What the subgraphs were asked since the last `forget`. */
  asked: readonly SubRequest[];
  /** How many requests each subgraph got since then. */
  counts: () => Record<string, number>;
  forget: () => void;
  close: () => Promise<void>;
}

/** Every subgraph on a port of its own, and the supergraph that they compose to. */
export const serveGraph = async ({ subgraphs }: Pick<FederatedGraph, "subgraphs">): Promise<ServedGraph> => {
  const compose = (urlOf: (name: string) => string) =>
    composeSupergraph(Object.entries(subgraphs).map(([name, subgraph]) => ({ name, url: urlOf(name), sdl: schemaOf(subgraph) }))).supergraphSdl;
  // Before any of them listens: a fault in a schema leaves no server behind.
  compose(() => "");
  const asked: SubRequest[] = [];
  const running = new Map<string, RunningService>();
  for (const [name, subgraph] of Object.entries(subgraphs)) running.set(name, await startSubgraph(name, subgraph, asked));
  return {
    supergraphSdl: compose(name => running.get(name)!.url),
    asked,
    counts: () => asked.reduce<Record<string, number>>((counts, { subgraph }) => ({ ...counts, [subgraph]: (counts[subgraph] ?? 0) + 1 }), {}),
    forget: () => void asked.splice(0),
    close: async () => {
      for (const service of running.values()) await service.close();
    },
  };
};
