import { resolve } from "node:path";
import { host, logLevel, nodeEnv, origins, parseConfig, port, postgresUrl, timeoutMs } from "@huu-nghi/service-kit";
import { z } from "zod";
import type { Division } from "./divisions";

export interface LauncherConfig {
  host: string;
  port: number;
  /** Absolute. */
  dataDir: string;
  /** Whether the databases are of the embedded server; else their URLs are in the environment already. */
  embedded: boolean;
  /** GraphiQL and introspection are closed. */
  production: boolean;
  /** What the processes we start inherit: all but what is the gateway's own. */
  environment: NodeJS.ProcessEnv;
}

export function readConfig(root: string, divisions: Division[], env: NodeJS.ProcessEnv = process.env): LauncherConfig {
  const given = divisions.filter(({ variable }) => env[`${variable}_DATABASE_URL`]);
  const allNeeded = given.length > 0 && !env["DATABASE_URL"];
  const needed = z.string({ error: "when one division has a URL of its own, each needs one (or set DATABASE_URL)" }).pipe(postgresUrl);
  const parsed = parseConfig(
    z.object({
      HOST: host.default("127.0.0.1"),
      PORT: port.default(4000),
      DATA_DIR: z.string().optional(),
      DATABASE_URL: postgresUrl.optional(),
      LOG_LEVEL: logLevel.optional(),
      // What only the processes use that we start is checked here too: a fault is told before anything runs.
      NODE_ENV: nodeEnv.optional(),
      SUBGRAPH_TIMEOUT_MS: timeoutMs.optional(),
      CORS_ORIGINS: origins.optional(),
      ...Object.fromEntries(divisions.flatMap(({ variable }) => [`${variable}_WRITER_URL`, `${variable}_READER_URL`].map(name => [name, postgresUrl.optional()]))),
      ...Object.fromEntries(divisions.map(({ variable }) => [`${variable}_DATABASE_URL`, allNeeded ? needed : postgresUrl.optional()])),
    }),
    env,
  );
  const environment = { ...env };
  for (const name of ["HOST", "PORT"]) delete environment[name];
  return {
    host: parsed.HOST,
    port: parsed.PORT,
    dataDir: parsed.DATA_DIR ? resolve(env["INIT_CWD"] ?? root, parsed.DATA_DIR) : resolve(root, ".data"),
    embedded: given.length === 0 && !parsed.DATABASE_URL,
    environment,
    production: parsed.NODE_ENV === "production",
  };
}
