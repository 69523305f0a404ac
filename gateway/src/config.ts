import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ConfigFault, host, httpUrl, logLevel, nodeEnv, origins, parseConfig, port, timeoutMs } from "@huu-nghi/service-kit";
import { z } from "zod";
import { addressVariable, subgraphsIn, type Subgraph } from "./supergraph-file";

export const help = `The gateway of the graph: one endpoint over the divisions that a supergraph file names.

  node gateway/dist/main.js [--supergraph FILE]

  --supergraph FILE      another supergraph file than gateway/supergraph.graphql
  --help                 this text

Environment
  HOST, PORT             where to listen (127.0.0.1, 4000; port 0 takes a free one)
  SUBGRAPH_URL_<NAME>    another address for the subgraph <name> (upper case, - as _)
  SUBGRAPH_TIMEOUT_MS    how long a subgraph may take to answer (10000)
  CORS_ORIGINS           browser origins that may send queries, separated by commas (none)
  LOG_LEVEL              fatal, error, warn, info, debug, trace or silent (info)
  NODE_ENV               production closes GraphiQL and introspection
`;

const committedSupergraph = join(__dirname, "../supergraph.graphql");

const environment = z.object({
  HOST: host.default("127.0.0.1"),
  PORT: port.default(4000),
  LOG_LEVEL: logLevel.default("info"),
  NODE_ENV: nodeEnv.default("development"),
  SUBGRAPH_TIMEOUT_MS: timeoutMs.default(10_000),
  CORS_ORIGINS: origins.default([]),
});

const commandLine = (args: string[]) => {
  try {
    return parseArgs({ args, options: { supergraph: { type: "string" }, help: { type: "boolean" } } }).values;
  } catch (error) {
    throw new ConfigFault([`${(error as Error).message} (--help lists what there is)`]);
  }
};

const readSupergraph = (file: string) => {
  if (!existsSync(file)) throw new ConfigFault([`There is no supergraph file ${file}; npm run compose writes gateway/supergraph.graphql.`]);
  const text = readFileSync(file, "utf8");
  const subgraphs = ((): Subgraph[] => {
    try {
      return subgraphsIn(text);
    } catch (error) {
      throw new ConfigFault([`The supergraph file ${file} cannot be read: ${(error as Error).message}`]);
    }
  })();
  if (subgraphs.length === 0) throw new ConfigFault([`${file} is not a supergraph: it names no subgraph. Compose the subgraphs' schemas first.`]);
  return { text, subgraphs };
};

/** The addresses that replace those of the file, and a fault for each subgraph that has neither. */
const readAddresses = (subgraphs: Subgraph[], env: NodeJS.ProcessEnv) => {
  const shape = Object.fromEntries(
    subgraphs.map(({ name, url }) => [addressVariable(name), httpUrl.safeParse(url).success ? httpUrl.optional() : httpUrl] as const),
  );
  const given = parseConfig(z.object(shape), env);
  return Object.fromEntries(subgraphs.flatMap(({ name }) => {
    const url = given[addressVariable(name)];
    return url === undefined ? [] : [[name, url] as const];
  }));
};

export const wantsHelp = (args: string[]) => args.includes("--help");

/** Everything the gateway is told from outside. Throws one ConfigFault that lists all faults. */
export const readConfig = (args: string[], env: NodeJS.ProcessEnv = process.env) => {
  const faults: string[] = [];
  const attempt = <Value>(read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigFault)) throw error;
      faults.push(...error.faults);
      return undefined;
    }
  };
  const options = attempt(() => commandLine(args));
  const settings = attempt(() => parseConfig(environment, env));
  // npm runs commands in the project's root and keeps the folder where the user stands in INIT_CWD.
  const file = options?.supergraph === undefined ? committedSupergraph : resolve(env["INIT_CWD"] ?? process.cwd(), options.supergraph);
  const supergraph = attempt(() => readSupergraph(file));
  const subgraphUrls = supergraph && attempt(() => readAddresses(supergraph.subgraphs, env));
  if (!settings || !supergraph || !subgraphUrls || faults.length > 0) throw new ConfigFault(faults);

  return {
    host: settings.HOST,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    production: settings.NODE_ENV === "production",
    corsOrigins: settings.CORS_ORIGINS,
    subgraphTimeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
    supergraphSdl: supergraph.text,
    subgraphUrls,
  };
};

/** The gateway library sends figures to its vendor unless this is set before a gateway is constructed. */
export const sendNothingToVendor = () => {
  process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
};
