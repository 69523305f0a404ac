import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { BadInput, serveGraphql, type RequestContext, type RunningService } from "@huu-nghi/service-kit";
import { plant, testLog } from "@huu-nghi/test-kit";
import { GraphQLError, parse, type ExecutionResult } from "graphql";
import { composeSupergraph } from "./supergraph/composition";
import { startGateway, type GatewayOptions } from "./gateway";

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

const sdl = {
  hosts: `${federation}
    scalar CountryCode
    scalar LocalDate
    scalar Moon
    input Stay { country: CountryCode, days: [LocalDate!] }
    type Query {
      host(id: ID!): Host
      hosts(countries: [CountryCode!], stay: Stay): [Host!]
      tide(moon: Moon): String
      refused(code: String): String
      broken: String
    }
    type Host @key(fields: "id") { id: ID! name: String! }`,
  "guest-visits": `${federation}
    type Query { visitCount: Int }
    type Host @key(fields: "id") { id: ID! guests: [String!] }`,
};
export type Division = keyof typeof sdl;

const leak = plant("value", "relation \"host\" does not exist at http://10.0.0.7:4001/graphql");
const hosts = [{ id: "1", name: "Lan" }, { id: "2", name: "Minh" }];
const resolvers = {
  hosts: {
    Query: {
      host: (_: unknown, { id }: { id: string }) => hosts.find(host => host.id === id) ?? null,
      hosts: () => hosts,
      tide: (_: unknown, { moon }: { moon: unknown }) => JSON.stringify(moon),
      refused: (_: unknown, { code }: { code: string | null }) => {
        if (code) throw new GraphQLError(leak, { extensions: { code, http: { status: 418 } } });
        throw new BadInput("number", "Several documents have this number.", { candidates: ["a", "b"], stacktrace: [leak] });
      },
      broken: () => {
        throw new Error(leak);
      },
    },
  },
  "guest-visits": {
    Query: { visitCount: () => 3 },
    Host: { __resolveReference: (key: object) => key, guests: ({ id }: { id: string }) => [`guest of ${id}`] },
  },
};

/** A subgraph of this graph on a port of its own; `asked` holds the request ids of the queries it got. */
export const startDivision = async (name: Division, port = 0) => {
  const asked: string[] = [];
  const service = await serveGraphql<RequestContext>({
    log: testLog(name),
    host: "127.0.0.1",
    port,
    apollo: { schema: buildSubgraphSchema({ typeDefs: parse(sdl[name]), resolvers: resolvers[name] }) },
    context: (_request, base) => {
      asked.push(base.requestId);
      return base;
    },
    ready: async () => undefined,
  });
  return { ...service, asked };
};

/** An HTTP server that answers as it is told: the faulty neighbour. */
export const startAnswering = async (answer: RequestListener): Promise<RunningService> => {
  const server = createServer(answer);
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  };
  return { host: "127.0.0.1", port, url: `http://127.0.0.1:${port}/graphql`, close };
};

/** Where nobody listens. */
export const nobody = "http://127.0.0.1:1/graphql";

/** The supergraph of this graph, with the given addresses. */
export const supergraphAt = (urls: Partial<Record<Division, string>> = {}) =>
  composeSupergraph((Object.keys(sdl) as Division[]).map(name => ({ name, sdl: sdl[name], url: urls[name] ?? nobody }))).supergraphSdl;

/** The services of one test file, closed in the order opposite to their start. */
export const services = () => {
  const running: RunningService[] = [];
  const keep = async <Service extends RunningService>(starting: Promise<Service>) => {
    const service = await starting;
    running.push(service);
    return service;
  };
  return {
    keep,
    /** A gateway over both divisions; those without an address are down. */
    gateway: (urls: Partial<Record<Division, string>>, options: Partial<GatewayOptions> = {}) =>
      keep(startGateway({ supergraphSdl: supergraphAt(urls), log: testLog("gateway"), ...options })),
    close: async () => {
      for (const service of running.splice(0).reverse()) await service.close();
    },
  };
};

export interface Answer extends ExecutionResult {
  status: number;
  /** The answer as it went over the wire. */
  text: string;
  headers: Headers;
}

/** Sends a query as a client does. */
export const ask = async (url: string, query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> => {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
  const text = await response.text();
  return { ...(JSON.parse(text) as ExecutionResult), status: response.status, text, headers: response.headers };
};
