import { join, resolve } from "node:path";

const root = join(__dirname, "../../..");

/** The bench's own folder: peers, keys, logs and profiles. */
export const benchFolder = (env: NodeJS.ProcessEnv = process.env) => join(resolve(env["INIT_CWD"] ?? root, env["DATA_DIR"] ?? join(root, ".data")), "bench");

export const gatewayMain = join(root, "gateway/dist/main.js");

export const committedSupergraph = join(root, "gateway/supergraph.graphql");

export const reportsFolder = join(root, "test/bench/reports");

/** Little of what the user has set may reach a gateway that is measured. */
export const plainEnvironment = (env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv => ({
  PATH: env["PATH"],
  HOME: env["HOME"],
  NODE_ENV: "production",
  APOLLO_TELEMETRY_DISABLED: "true",
});
