import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { readKeyFile, sign, type SigningKey, type Viewer, visitor } from "@huu-nghi/identity";
import { httpUrl } from "@huu-nghi/service-kit";
import { addressOf } from "./addresses";
import { type Command, say } from "./command";
import { type KeyConfig, readKeyConfig } from "./config";
import { divisionsIn } from "./divisions";
import { keptGatewayKeys } from "./key-files";
import { readOptions, refuseFaults } from "./options";
import { type DescribedRole, readRole, roleOptions } from "./role-options";

const longestMs = 60_000;

/** A division developer's own call of a subgraph, past the gateway. */
export const ask: Command = async ({ root, args }) => {
  const piped = () => (process.stdin.isTTY ? Promise.resolve("") : text(process.stdin));
  const { status, body } = await askDivision(args, divisionsIn(root).map(({ name }) => name), readKeyConfig(root), piped);
  say(JSON.stringify(body, undefined, 2));
  if (status === 401) process.stderr.write("It does not take the developer key: was it started with other keys (DATA_DIR, GATEWAY_KEYS_FILE), or for production?\n");
  // An answer with errors in some places is an answer.
  return status < 400 && body.data != null ? 0 : 1;
};

export interface DivisionAnswer {
  status: number;
  body: { data?: unknown; errors?: unknown };
}

export async function askDivision(args: string[], divisions: string[], config: KeyConfig, piped: () => Promise<string>): Promise<DivisionAnswer> {
  if (config.production) throw new Error("With NODE_ENV=production nobody but the gateway calls a subgraph: ask through the gateway, with a token.");
  const faults: string[] = [];
  const options = readOptions(args, { ...roleOptions, "--variables": "once", "--url": "once" }, 2, faults);
  const described = readRole(options, divisions, faults);
  const [division, given] = options.words;
  if (division === undefined || !divisions.includes(division)) faults.push(`${division ?? "The first word"} is no division; the divisions are ${divisions.join(", ")}.`);
  for (const name of ["--division", "--union", "--subject"]) if (options.has(name) && !options.has("--role")) faults.push(`${name} goes with --role.`);
  const variables = readVariables(options.first("--variables"), faults);
  const url = options.first("--url");
  if (url !== undefined && !httpUrl.safeParse(url).success) faults.push(`--url ${url} is no address; one looks like http://127.0.0.1:4001/graphql.`);
  refuseFaults("ask", faults);

  const query = given ?? (await piped());
  if (query.trim() === "") refuseFaults("ask", [`There is no query. Give it in quotes, or by a pipe: echo '{ __typename }' | npm run -s ask -- ${division}`]);
  const address = url ?? addressOf(config.dataDir, division!);
  if (address === undefined) throw new Error(`No npm start runs on the data folder ${config.dataDir}. Start one, or say where ${division} is: --url http://127.0.0.1:4001/graphql`);
  return post(new URL(address), JSON.stringify({ query, variables }), viewerOf(described), developerKey(config));
}

async function post(url: URL, body: string, viewer: Viewer, key: SigningKey): Promise<DivisionAnswer> {
  const signature = sign({ method: "POST", path: `${url.pathname}${url.search}`, requestId: randomUUID(), body, viewer }, key);
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...signature },
    body,
    redirect: "error", // what is signed is for this address
    signal: AbortSignal.timeout(longestMs),
  }).catch((error: Error) => {
    const reason = error.name === "TimeoutError" ? `within ${longestMs / 1000} s` : `(${(error.cause as Error | undefined)?.message ?? error.message})`;
    throw new Error(`${url.href} does not answer ${reason}. Does it run?`, { cause: error });
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (typeof answer !== "object" || answer === null) throw new Error(`${url.href} answers ${response.status}, and no JSON. Is it a subgraph's address?`);
  return { status: response.status, body: answer };
}

/** The grants are as said: nobody looks up here which unions lie below. */
const viewerOf = (described: DescribedRole | undefined): Viewer => {
  if (!described) return visitor;
  const { role, divisions, unions, subject } = described;
  return { id: subject, grants: role === "officer" ? divisions.map(division => ({ role, division, unions })) : [{ role, unions }] };
};

function developerKey({ givenKeys: { GATEWAY_KEYS, GATEWAY_KEYS_FILE }, dataDir }: KeyConfig): SigningKey {
  if (GATEWAY_KEYS !== undefined) throw new Error("GATEWAY_KEYS has no developer key. Give the keys by GATEWAY_KEYS_FILE, or leave them to the data folder.");
  const file = GATEWAY_KEYS_FILE ?? keptGatewayKeys(dataDir);
  const key = readKeyFile(file).find(({ developer }) => developer);
  if (!key) throw new Error(`${file} has no developer key. Add one: {"id":"developer-1","secret":"…","developer":true}, with a secret by openssl rand -base64 48`);
  return key;
}

function readVariables(json: string | undefined, faults: string[]): Record<string, unknown> | undefined {
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  faults.push("--variables is no JSON object; one looks like '{\"id\":\"dong-nai\"}'.");
  return undefined;
}
