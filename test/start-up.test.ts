import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, keepOutput, plant, runningProcesses } from "@huu-nghi/test-kit";
import { firstAnswer, firstQuery } from "./readme";

/*
 * What a stranger does: a fresh copy of the project, `npm start`, the first query, Ctrl-C. The three ways to stop
 * it share one copy, so that the second and third start are those of somebody who comes back.
 */
jest.setTimeout(240_000);

const project = join(__dirname, "..");
const stopWithinMs = 20_000;
const warmStartWithinMs = 45_000; // seconds on an idle machine; other tests run beside it
const addsAnything = /Installing|Built|new data folder/;

let folder: string;
let npm: ChildProcess | undefined;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "huu-nghi-start-up-")));
  chmodSync(folder, 0o755); // started by root, PostgreSQL runs as somebody who must get in
  const files = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], { cwd: project, encoding: "utf8" });
  // Neither what was deleted, nor a link: through one we would install into somebody else's folder.
  const isFile = (name: string) => lstatSync(join(project, name), { throwIfNoEntry: false })?.isFile();
  for (const file of files.split("\0").filter(isFile)) {
    cpSync(join(project, file), join(folder, file));
  }
});

afterAll(async () => {
  if (npm?.exitCode === null) npm.kill("SIGKILL");
  await left();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe("npm start on a fresh copy", () => {
  it("installs, serves the first query, and ends with Ctrl-C", async () => {
    const { url, process } = await start();
    await asksFirstQuery(url);
    // The terminal sends Ctrl-C to npm and to us; npm passes it on, so that it arrives twice.
    globalThis.process.kill(-(process.pid ?? 0), "SIGINT");
    expect(await left()).toEqual([]);
  });

  it("leaves nothing behind when npm is killed", async () => {
    const { output, process } = await start();
    expect(output).not.toMatch(addsAnything);
    process.kill("SIGKILL");
    expect(await left()).toEqual([]);
  });

  it("starts again after that, is quick, keeps its data, and ends with SIGTERM to npm", async () => {
    const startedAt = Date.now();
    const { url, output, process } = await start();
    expect(Date.now() - startedAt).toBeLessThan(warmStartWithinMs);
    expect(output).not.toMatch(addsAnything);
    await asksFirstQuery(url);
    await keepsItsKeys(url, output);
    process.kill("SIGTERM");
    expect(await left()).toEqual([]);
    expect(existsSync(join(folder, ".data/addresses.json"))).toBe(false);
  });
});

async function asksFirstQuery(url: string): Promise<void> {
  const { data, errors } = await ask(url, firstQuery());
  expect(errors).toBeUndefined();
  expect({ data }).toEqual(firstAnswer());
}

/** The keys are for their user only, what is signed by them is let in, and nothing else is. */
async function keepsItsKeys(url: string, output: string): Promise<void> {
  const ofKeys = readdirSync(join(folder, ".data")).filter(name => /key|token|addresses/.test(name));
  expect(ofKeys.sort()).toEqual(["addresses.json", "development-token-key.json", "development-tokens.json", "gateway-keys.json"]);
  expect(ofKeys.map(name => statSync(join(folder, ".data", name)).mode & 0o777)).toEqual(ofKeys.map(() => 0o600));

  rmSync(join(folder, "packages/identity/dist"), { recursive: true }); // what is built meanwhile is told elsewhere
  const token = npmRun("token", "--role", "officer", "--division", "associations", "--union", "dong-nai");
  expect(token).toMatchObject({ status: 0, stdout: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+\n$/) as string, stderr: expect.stringMatching(/Built packages\/identity/) as string });
  plant("token", token.stdout.trim());
  const query = JSON.stringify({ query: '{ union(id: "dong-nai") { id } }' });
  const post = (address: string, headers: Record<string, string> = {}) => fetch(address, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: query });
  const answer = { data: { union: { id: "dong-nai" } } };
  const admitted = await post(url, { authorization: `Bearer ${token.stdout.trim()}` });
  expect({ status: admitted.status, body: await admitted.json() }).toEqual({ status: 200, body: answer });
  expect((await post(url, { authorization: `Bearer ${token.stdout.trim()}x` })).status).toBe(401);

  expect(JSON.parse(npmRun("ask", "associations", '{ union(id: "dong-nai") { id } }', "--role", "leader").stdout)).toEqual(answer);
  const subgraph = /^ +associations +(http\S+)/m.exec(output)![1]!;
  expect((await post(subgraph)).status).toBe(401);
}

function npmRun(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", command, "--", ...args], { cwd: folder, env: environment(), encoding: "utf8" });
  return { status, stdout, stderr };
}

/** Starts it as npm would for a person, and waits for the printed address. */
async function start(): Promise<{ url: string; output: string; process: ChildProcess }> {
  const child = spawn("npm", ["start"], {
    cwd: folder,
    env: { ...environment(), PORT: "0", DATA_DIR: join(folder, ".data") },
    detached: true, // as a terminal does: a process group of its own
    stdio: ["ignore", "pipe", "pipe"],
  });
  npm = child;
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", chunk => {
        output += String(chunk);
        keepOutput("npm-start", String(chunk));
        const address = /^ +GraphQL +(http\S+)/m.exec(output)?.[1];
        if (address && output.includes("Ctrl-C ends")) resolve(address);
      });
    }
    child.once("exit", code => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
  return { url, output, process: child };
}

/** Nothing of the npm that runs this test, and no database but the embedded one. */
function environment(): NodeJS.ProcessEnv {
  // eslint-disable-next-line no-restricted-syntax -- what the started process inherits, not configuration of ours
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_(?!config_)|INIT_CWD$|NODE_ENV$|JEST_|HOST$|PORT$|DATA_DIR$|GATEWAY_KEYS|OIDC_|DEVELOPMENT_TOKENS_FILE$|.*DATABASE_URL$)/.test(name)));
}

/** What still runs out of the folder once it had the time to end: by its command line or its working folder. */
async function left(): Promise<string[]> {
  for (const deadline = Date.now() + stopWithinMs; ; await new Promise(resolve => setTimeout(resolve, 200))) {
    const found = runningProcesses().flatMap(({ pid, line }) => (line.includes(folder) ? [`${pid} ${line}`] : []));
    if (found.length === 0 || Date.now() > deadline) return found;
  }
}
