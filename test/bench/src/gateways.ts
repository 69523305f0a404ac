import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gatewayMain, plainEnvironment } from "./config";

/** Where a gateway finds what it needs. */
export interface Ground {
  supergraph: string;
  subgraphUrls: Record<string, string>;
  peers: string;
  folder: string;
}

export interface Gateway {
  name: string;
  /** What the report says of it. */
  says: string;
  /** Measured only under identical load: its speciality. */
  onlyIdentical?: boolean;
  /** Without the Node flags that the others get. */
  plainNode?: boolean;
  /** The start of it on a port; a text instead says why it cannot be started. */
  start(ground: Ground, port: number): Start | string;
}

export interface Start {
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
}

/** Those with which this gateway is started, for all. */
export const { nodeFlags } = (JSON.parse(readFileSync(join(dirname(gatewayMain), "../package.json"), "utf8")) as { config: { nodeFlags: readonly string[] } }).config;

const helpOfOurs = () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [gatewayMain, "--help"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`This gateway does not start:\n${stderr}`);
  return stdout;
};

/** Ours with everything on, but for the two limits that take a load test for an attack. */
const ours = (name: string, says: string, own: NodeJS.ProcessEnv = {}, more: Partial<Gateway> = {}): Gateway => ({
  name,
  says,
  ...more,
  start: ({ supergraph, folder }, port) => {
    const help = helpOfOurs();
    const unknown = Object.keys(own).filter(variable => !help.includes(variable));
    if (unknown.length > 0) return `this gateway has no ${unknown.join(", ")}`;
    const keysFile = join(folder, "gateway-keys.json");
    writeFileSync(keysFile, JSON.stringify({ keys: [{ id: "bench", secret: randomBytes(32).toString("base64url") }] }), { mode: 0o600 });
    return {
      args: [gatewayMain, "--supergraph", supergraph],
      env: {
        ...plainEnvironment(),
        PORT: String(port),
        LOG_LEVEL: "info",
        GATEWAY_KEYS_FILE: keysFile,
        RATE_LIMIT_ANONYMOUS_PER_MINUTE: "off",
        MAX_IN_FLIGHT: "off",
        MAX_EVENT_LOOP_DELAY_MS: "off",
        ...own,
      },
    };
  },
});

const hive = (name: string, says: string, options: string[], config = "", more: Partial<Gateway> = {}): Gateway => ({
  name,
  says,
  ...more,
  start: ({ supergraph, peers }, port) => {
    const file = join(peers, `${name}.config.mjs`);
    writeFileSync(file, `export const gatewayConfig = {${config}};\n`);
    const program = join(peers, "node_modules/@graphql-hive/gateway/dist/bin.js");
    const args = [program, "supergraph", supergraph, ...options, "--host", "127.0.0.1", "--port", String(port), "--fork", "1", "--config-path", file];
    return { args, env: { ...plainEnvironment() }, cwd: peers };
  },
});

const ownDedupe = "inboundInflightRequestDeduplication: true";

export const gateways: Gateway[] = [
  ours("ours", "this gateway, everything on"),
  ours("ours-unshared", "without in-flight sharing (SHARE_IN_FLIGHT=off)", { SHARE_IN_FLIGHT: "off" }),
  ours("ours-plain-node", "without the Node flags", {}, { plainNode: true }),
  ours("ours-stock-executor", "plans executed by the library (GATEWAY_EXECUTOR=stock)", { GATEWAY_EXECUTOR: "stock" }),
  ours("ours-shared-answers", "equal queries of equal viewers answered once (SHARE_ANSWERS=on)", { SHARE_ANSWERS: "on" }, { onlyIdentical: true }),
  {
    name: "stock",
    says: "ApolloServer + ApolloGateway",
    start: ({ supergraph }, port) => ({ args: [join(__dirname, "stock.process.js"), supergraph, String(port)], env: plainEnvironment() }),
  },
  hive("hive", "Hive Gateway, default runtime", []),
  hive("hive-router-runtime", "Hive Gateway, router-runtime", ["--hive-router-runtime"]),
  hive("hive-dedupe", "Hive Gateway, default runtime, inbound dedupe", [], ownDedupe, { onlyIdentical: true }),
  hive("hive-router-runtime-dedupe", "Hive Gateway, router-runtime, inbound dedupe", ["--hive-router-runtime"], ownDedupe, { onlyIdentical: true }),
  {
    name: "mercurius",
    says: "mercurius gateway on Fastify",
    start: ({ subgraphUrls, peers }, port) => ({ args: [join(__dirname, "mercurius.process.js"), JSON.stringify(subgraphUrls), String(port), join(peers, "mercurius")], env: plainEnvironment() }),
  },
];
