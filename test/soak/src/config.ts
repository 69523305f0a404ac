import { join, resolve } from "node:path";

const root = join(__dirname, "../../..");

/** The soak's own folder: the supergraph file and the logs. */
export const soakFolder = (env: NodeJS.ProcessEnv = process.env) => join(resolve(env["INIT_CWD"] ?? root, env["DATA_DIR"] ?? join(root, ".data")), `soak-${process.pid}`);

export const gatewayMain = join(root, "gateway/dist/main.js");

/** Little of what the user has set may reach what is soaked. */
export const plainEnvironment = (env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv => ({ PATH: env["PATH"], HOME: env["HOME"] });
