import { join, resolve } from "node:path";
import { keyRingOf, keyVariables } from "@huu-nghi/identity";
import { FaultList, host, logLevel, nodeEnv, origins, parseConfig, port, postgresUrl, timeoutMs } from "@huu-nghi/service-kit";
import { z } from "zod";
import type { Division } from "./divisions";

/** What the commands are told that deal with keys, and not with databases. */
export interface KeyConfig {
  /** Absolute. */
  dataDir: string;
  /** GraphiQL, introspection, development tokens and direct calls are closed. */
  production: boolean;
  /** Keys that the environment names; those of the data folder are not used then. The file is absolute. */
  givenKeys: { GATEWAY_KEYS?: string | undefined; GATEWAY_KEYS_FILE?: string | undefined };
  /** Of whose development tokens the gateway is told already; absolute. */
  givenDevelopmentTokens: string | undefined;
  /** What the gateway inherits: all but where the databases are. */
  gatewayEnvironment: NodeJS.ProcessEnv;
}

export interface LauncherConfig extends KeyConfig {
  host: string;
  port: number;
  /** Whether the databases are of the embedded server; else their URLs are in the environment already. */
  embedded: boolean;
  /** What a division inherits: all but what is the gateway's own. */
  divisionEnvironment: NodeJS.ProcessEnv;
}

const ofDivisions = /^(\w+_)?(DATABASE|WRITER|READER)_URL$/;
const ofGateway = /^(HOST|PORT|OIDC_\w+|ROLE_CLAIM|ROLE_MAP|ROLE_MAP_FILE|METRICS_TOKEN|DIVISION_CLAIM|UNIONS_CLAIM|DEVELOPMENT_TOKENS_FILE)$/;

const without = (names: RegExp, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(env).filter(([name]) => !names.test(name)));

export function readKeyConfig(root: string, env: NodeJS.ProcessEnv = process.env): KeyConfig {
  const given = parseConfig(
    z.object({
      DATA_DIR: z.string().optional(),
      NODE_ENV: nodeEnv.optional(),
      ...keyVariables,
      DEVELOPMENT_TOKENS_FILE: z.string().optional(),
      ROLE_MAP_FILE: z.string().optional(),
    }),
    env,
  );
  // The processes run in the project's root; a file is meant as seen from where npm was called.
  const asCalled = (file: string | undefined) => (file === undefined ? undefined : resolve(env["INIT_CWD"] ?? root, file));
  const files = {
    GATEWAY_KEYS_FILE: asCalled(given.GATEWAY_KEYS_FILE),
    DEVELOPMENT_TOKENS_FILE: asCalled(given.DEVELOPMENT_TOKENS_FILE),
    ROLE_MAP_FILE: asCalled(given.ROLE_MAP_FILE),
  };
  return {
    dataDir: asCalled(given.DATA_DIR) ?? resolve(root, ".data"),
    production: given.NODE_ENV === "production",
    givenKeys: { GATEWAY_KEYS: given.GATEWAY_KEYS, GATEWAY_KEYS_FILE: files.GATEWAY_KEYS_FILE },
    givenDevelopmentTokens: files.DEVELOPMENT_TOKENS_FILE,
    gatewayEnvironment: { ...without(ofDivisions, env), ...Object.fromEntries(Object.entries(files).filter(([, file]) => file !== undefined)) },
  };
}

export function readConfig(root: string, divisions: Division[], env: NodeJS.ProcessEnv = process.env): LauncherConfig {
  const faults = new FaultList();
  const keys = faults.attempt(() => checkedKeyConfig(root, env));
  const settings = faults.attempt(() => readSettings(divisions, env));
  faults.tell();
  const { GATEWAY_KEYS_FILE } = keys!.givenKeys;
  // Beside the databases, and in no backup of them.
  const ERASURES_FILE = env["ERASURES_FILE"] ? resolve(env["INIT_CWD"] ?? root, env["ERASURES_FILE"]) : join(keys!.dataDir, "erasures.log");
  return {
    ...keys!,
    ...settings!,
    divisionEnvironment: { ...without(ofGateway, env), ERASURES_FILE, ...(GATEWAY_KEYS_FILE !== undefined && { GATEWAY_KEYS_FILE }) },
  };
}

function readSettings(divisions: Division[], env: NodeJS.ProcessEnv): Pick<LauncherConfig, "host" | "port" | "embedded"> {
  const given = divisions.filter(({ variable }) => env[`${variable}_DATABASE_URL`]);
  const allNeeded = given.length > 0 && !env["DATABASE_URL"];
  const needed = z.string({ error: "when one division has a URL of its own, each needs one (or set DATABASE_URL)" }).pipe(postgresUrl);
  const parsed = parseConfig(
    z.object({
      HOST: host.default("127.0.0.1"),
      PORT: port.default(4000),
      DATABASE_URL: postgresUrl.optional(),
      LOG_LEVEL: logLevel.optional(),
      // What only the processes use that we start is checked here too: a fault is told before anything runs.
      SUBGRAPH_TIMEOUT_MS: timeoutMs.optional(),
      CORS_ORIGINS: origins.optional(),
      ...Object.fromEntries(divisions.flatMap(({ variable }) => [`${variable}_WRITER_URL`, `${variable}_READER_URL`].map(name => [name, postgresUrl.optional()]))),
      ...Object.fromEntries(divisions.map(({ variable }) => [`${variable}_DATABASE_URL`, allNeeded ? needed : postgresUrl.optional()])),
    }),
    env,
  );
  return { host: parsed.HOST, port: parsed.PORT, embedded: given.length === 0 && !parsed.DATABASE_URL };
}

/** Keys that cannot serve are told before anything runs with them. */
function checkedKeyConfig(root: string, env: NodeJS.ProcessEnv): KeyConfig {
  const config = readKeyConfig(root, env);
  keyRingOf(config.givenKeys, { production: config.production, onFault: () => undefined });
  return config;
}
