import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { keyRingOf, keyVariables, type KeyRing } from "@huu-nghi/identity";
import { ConfigFault, FaultList, host, httpUrl, logLevel, nodeEnv, parseConfig, port } from "@huu-nghi/service-kit";
import { z } from "zod";
import { httpHelp, httpSettingsOf, httpVariables } from "./http/http-config";
import { executors, type Executor } from "./operation/executor";
import { operationLimitHelp, operationLimitsOf, operationLimitVariables } from "./limits/limit-config";
import { linkHelp, linkLimitsOf, linkVariables } from "./subgraph/link-config";
import { addressVariable, subgraphsIn, type Subgraph } from "./supergraph/supergraph-file";
import { metricsSettingsOf, telemetryHelp, telemetryVariables, traceSettingsOf } from "./telemetry/telemetry-config";
import { readTokenSettings } from "./viewer/token-config";

export const help = `The gateway of the graph: one endpoint over the divisions that a supergraph file names.

  node gateway/dist/main.js [--supergraph FILE]

  --supergraph FILE      another supergraph file than gateway/supergraph.graphql; when it changes it is taken over, and one
                         that cannot be used is refused while the one before serves on
  --help                 this text

Environment
  HOST, PORT             where to listen (127.0.0.1, 4000; port 0 takes a free one)
  SUBGRAPH_URL_<NAME>    another address for the subgraph <name> (upper case, - as _)
  SUPERGRAPH_POLL_SECONDS  how often it is looked whether the supergraph file has changed; 0 for never (1)
  GATEWAY_EXECUTOR       compiled, or stock: plans are executed by the gateway library itself (compiled)
  LOG_LEVEL              fatal, error, warn, info, debug, trace or silent (info)
  NODE_ENV               production opens GraphiQL and introspection to admins' tokens only, takes no development
                         tokens, and suggests no names in errors

${httpHelp}
${telemetryHelp}
${operationLimitHelp}
Whose tokens are taken (none, unless these are set)
  OIDC_ISSUER            the identity provider, as its tokens name it (iss)
  OIDC_AUDIENCE          for whom its tokens are (aud); several separated by commas
  OIDC_JWKS_URL          where it publishes its keys; https in production, but on this machine
  OIDC_ALGORITHMS        by which its tokens may be signed (RS256,PS256,ES256,EdDSA)
  OIDC_LEEWAY_SECONDS    by how much clocks may differ, up to 300 (30)
  DEVELOPMENT_TOKENS_FILE  the public keys of development tokens; not in production

Who has which role
  ROLE_CLAIM             where a token names roles or groups; dots lead into objects (roles)
  DIVISION_CLAIM         where it names an officer's divisions (division)
  UNIONS_CLAIM           where it names unions, * for all (unions)
  ROLE_MAP               as JSON, what each group means: a role's name, or
                         {"role":"officer","division":"associations","unions":["dong-nai"]}
  ROLE_MAP_FILE          or the file that says so

${linkHelp}
How subgraphs know this gateway
  GATEWAY_KEYS_FILE      {"keys":[{"id":"2026-11","secret":"…"}]}: the first signs; read again when it changes
  GATEWAY_KEYS           or id:secret,id:secret; one of both is needed in production
`;

const committedSupergraph = join(__dirname, "../supergraph.graphql");

const pollForm = "a time is a number of seconds, from 0 to 3600";
const pollSeconds = z.coerce.number(pollForm).min(0, pollForm).max(3600, pollForm);

const environment = z.object({
  HOST: host.default("127.0.0.1"),
  PORT: port.default(4000),
  LOG_LEVEL: logLevel.default("info"),
  NODE_ENV: nodeEnv.default("development"),
  GATEWAY_EXECUTOR: z.enum(executors).default("compiled"),
  SUPERGRAPH_POLL_SECONDS: pollSeconds.default(1),
  ...telemetryVariables,
  ...linkVariables,
  ...httpVariables,
  ...operationLimitVariables,
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
  const { text, subgraphs } = (() => {
    try {
      const text = readFileSync(file, "utf8");
      return { text, subgraphs: subgraphsIn(text) };
    } catch (error) {
      throw new ConfigFault([`The supergraph file ${file} cannot be read: ${(error as Error).message}`]);
    }
  })();
  if (subgraphs.length === 0) throw new ConfigFault([`${file} is not a supergraph: it names no subgraph. Compose the subgraphs' schemas first.`]);
  return { text, subgraphs };
};

/** A fault for each subgraph that has no address, neither in the file nor here, and for each address that is none. */
const checkAddresses = (subgraphs: Subgraph[], env: NodeJS.ProcessEnv) => {
  const ofFile = ({ name, url }: Subgraph) => (httpUrl.safeParse(url).success ? httpUrl.optional() : z.string(`the supergraph has no http address of the subgraph ${name}. Set this, or compose it with one`).pipe(httpUrl));
  parseConfig(z.object(Object.fromEntries(subgraphs.map(subgraph => [addressVariable(subgraph.name), ofFile(subgraph)] as const))), env);
};

export const wantsHelp = (args: string[]) => args.includes("--help");

type OnKeyFault = (fault: ConfigFault) => void;

/** The keys by which subgraphs know the gateway; outside production it can do without. */
const readKeys = (env: NodeJS.ProcessEnv, { production, resolve: find, onKeyFault }: { production: boolean; resolve: (file: string) => string; onKeyFault: OnKeyFault }): KeyRing | undefined => {
  const { GATEWAY_KEYS_FILE: file, ...given } = parseConfig(z.object(keyVariables), env);
  const keys = keyRingOf({ ...given, GATEWAY_KEYS_FILE: file && find(file) }, { production, onFault: onKeyFault });
  if (keys || !production) return keys;
  throw new ConfigFault(["GATEWAY_KEYS_FILE is not set, and NODE_ENV is production: a subgraph answers nobody but a gateway that signs its requests. Set it, or GATEWAY_KEYS, to the keys that the subgraphs have."]);
};

/** Everything the gateway is told from outside. Throws one ConfigFault that lists all faults; a key file that breaks later is told to `onKeyFault`. */
export const readConfig = (args: string[], env: NodeJS.ProcessEnv = process.env, onKeyFault: OnKeyFault = () => undefined) => {
  const faults = new FaultList();
  const production = env["NODE_ENV"] === "production";
  // npm runs commands in the project's root and keeps the folder where the user stands in INIT_CWD.
  const find = (file: string) => resolve(env["INIT_CWD"] ?? process.cwd(), file);
  const options = faults.attempt(() => commandLine(args));
  const settings = faults.attempt(() => parseConfig(environment, env));
  const file = options?.supergraph === undefined ? committedSupergraph : find(options.supergraph);
  const readFile = () => {
    const { text, subgraphs } = readSupergraph(file);
    checkAddresses(subgraphs, env);
    return text;
  };
  faults.attempt(readFile);
  const tokens = faults.attempt(() => readTokenSettings(env, { production, resolve: find }));
  const keys = faults.attempt(() => readKeys(env, { production, resolve: find, onKeyFault }));
  faults.tell();

  return {
    host: settings!.HOST,
    port: settings!.PORT,
    logLevel: settings!.LOG_LEVEL,
    production,
    http: httpSettingsOf(settings!),
    limits: operationLimitsOf(settings!),
    links: linkLimitsOf(settings!),
    executor: settings!.GATEWAY_EXECUTOR,
    forwardHeaders: settings!.FORWARD_HEADERS,
    supergraphSdl: { file, read: readFile, pollMs: settings!.SUPERGRAPH_POLL_SECONDS * 1000 },
    // Asked by name, since a supergraph that comes later may name others.
    subgraphUrls: (subgraph: string) => env[addressVariable(subgraph)] || undefined,
    metrics: metricsSettingsOf(settings!, production),
    traces: traceSettingsOf(settings!),
    tokens: tokens!,
    keys,
  };
};

/** Which executor a gateway has that is not told one; the whole suite runs with either. */
export const standardExecutor = (env: NodeJS.ProcessEnv = process.env): Executor => executors.find(name => name === env["GATEWAY_EXECUTOR"]) ?? "compiled";

/** The gateway library sends figures to its vendor unless this is set before a gateway is constructed. */
export const sendNothingToVendor = () => {
  process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
};
