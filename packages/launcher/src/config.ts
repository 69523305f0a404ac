import { resolve } from "node:path";
import { host, logLevel, parseConfig, port, postgresUrl } from "@huu-nghi/service-kit";
import { z } from "zod";
import type { Division } from "./divisions";

export interface LauncherConfig {
  host: string;
  port: number;
  /** Absolute. */
  dataDir: string;
  /** Whether the databases are of the embedded server; else their URLs are in the environment already. */
  embedded: boolean;
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
  };
}
