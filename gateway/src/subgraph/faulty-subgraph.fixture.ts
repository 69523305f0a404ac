import { fork } from "node:child_process";
import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import type { RunningService } from "@huu-nghi/service-kit";
import { testLog } from "@huu-nghi/test-kit";
import type { ExecutionResult } from "graphql";
import { startGateway, type GatewayOptions } from "../gateway";
import { ask, nobody, type Answer } from "../small-graph.fixture";
import { composeSupergraph } from "../supergraph/composition";

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

const sdl = {
  hosts: `${federation}
    type Query { host: Host hosts: [Host!] }
    type Host @key(fields: "id") { id: ID! name: String! }`,
  visits: `${federation}
    input Note { text: String! idempotencyKey: String }
    type Visits { total: Int! }
    type Query { visitCount: Int visits: Visits }
    type Mutation { noteVisit(input: Note!): Int noteBare(text: String): Int }
    type Host @key(fields: "id") { id: ID! guests: [String!] }`,
};
export type Role = keyof typeof sdl;
const roles = Object.keys(sdl) as Role[];

export const supergraphAt = (urls: Partial<Record<Role, string>> = {}) =>
  composeSupergraph(roles.map(name => ({ name, sdl: sdl[name], url: urls[name] ?? nobody }))).supergraphSdl;

export interface Told {
  asked: string[];
  headers: IncomingHttpHeaders[];
  /** Requests whose connection ended before their answer. */
  left: number;
  sentBytes: number;
}

export interface Behaviour {
  as: string;
  ms?: number;
  headers?: Record<string, string>;
}

export interface FaultySubgraph extends RunningService {
  /** From now on; forgets what it was asked before. */
  behave: (as: string, more?: Omit<Behaviour, "as">) => Promise<void>;
  /** What it saw since it was told how to behave. */
  told: () => Promise<Told>;
}

/** A division in a process of its own, which does as it is told. */
export const startFaulty = async (role: Role, port = 0): Promise<FaultySubgraph> => {
  const child = fork(join(__dirname, "faulty-subgraph.process.cjs"), [role, String(port)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const [first] = (await once(child, "message")) as [{ port: number }];
  let last = 0;
  const exchange = (message: object) =>
    new Promise<Told>(resolve => {
      const id = (last += 1);
      const hear = (answer: { id: number; told: Told }) => {
        if (answer.id !== id) return;
        child.off("message", hear);
        resolve(answer.told);
      };
      child.on("message", hear);
      child.send({ id, ...message });
    });
  return {
    host: "127.0.0.1",
    port: first.port,
    url: `http://127.0.0.1:${first.port}/graphql`,
    behave: async (as, more = {}) => void (await exchange({ behave: { as, ...more } })),
    told: () => exchange({}),
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
};

// What is measured here is the divisions' fault, not a machine that is busy with other tests.
const unguarded = { maxInFlight: Infinity, maxEventLoopDelayMs: Infinity, ratePerAddress: Infinity };

/** The two divisions and gateways over them, for one test file. */
export const faultyGraph = () => {
  const running: RunningService[] = [];
  const keep = async <Service extends RunningService>(starting: Promise<Service>) => {
    const service = await starting;
    running.push(service);
    return service;
  };
  const sdlOfNobody = supergraphAt();
  return {
    keep,
    gateway: (subgraphUrls: Partial<Record<Role, string>>, options: Partial<GatewayOptions> = {}) =>
      keep(startGateway({ supergraphSdl: sdlOfNobody, subgraphUrls, log: testLog("gateway"), http: unguarded, ...options })),
    close: async () => {
      for (const service of running.splice(0).reverse()) await service.close();
    },
  };
};

export const leaks = /https?:|127\.0\.0\.1|10\.0\.0\.7|relation|<html|<body|ECONN|UND_|stack|serviceName|exception|\.ts:|\.js:/;

/** The error that stands for a division's part. */
export const unavailable = (path: (string | number)[], division: Role = "visits") => ({
  message: `The division ${division} does not answer now; its part is missing. Ask again later.`,
  path,
  extensions: { code: "SUBGRAPH_UNAVAILABLE", division, requestId: expect.any(String) as string },
});

/** Sends a query, and how long its answer took. */
export const timed = async (...given: Parameters<typeof ask>): Promise<Answer & { ms: number }> => {
  const begunAt = performance.now();
  const answer = await ask(...given);
  return { ...answer, ms: performance.now() - begunAt };
};

export interface Clients {
  query: string;
  /** So many clients, each with one request. */
  count: number;
  /** They come one after the other within this time. */
  withinMs: number;
}

/** What groups of clients in another process get, and after how long. */
export const askedByOthers = async (url: string, groups: Clients[]) => {
  const child = fork(join(__dirname, "clients.process.cjs"), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  child.send({ url, groups });
  const [results] = (await once(child, "message")) as [{ ms: number; text: string }[][]];
  child.disconnect();
  return results.map(group => group.map(({ ms, text }) => ({ ms, ...(JSON.parse(text) as ExecutionResult) })));
};

export const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** Waits until it holds, for a while. */
export const eventually = async (holds: () => Promise<boolean> | boolean) => {
  for (const end = Date.now() + 5000; Date.now() < end; await pause(20)) if (await holds()) return;
  throw new Error("it never came to hold");
};

export const quantile = (values: number[], share: number) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
