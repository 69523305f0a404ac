// Every case of the federation suite, asked of Hive Gateway's router-runtime: an answer that differs is a mistake of one
// of the two. Not part of the suite; by hand:  npx jest test/compare-with-hive --testMatch "**/compare-with-hive.ts"
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExecutionResult } from "graphql";
import { everyIdea } from "../gateway/src/federation/every-idea.fixture";
import { serveGraph, type ServedGraph } from "../gateway/src/federation/federated-graph.fixture";

// The gateway does not install without the override; none of it comes into our own lockfile.
const peer = {
  private: true,
  dependencies: { "@graphql-hive/gateway": "2.15.1", "@graphql-hive/router-runtime": "1.4.23" },
  overrides: { "@graphql-tools/batch-execute": "10.2.0" },
};
const home = join(tmpdir(), "huu-nghi-hive-gateway-2.15.1");
const program = join(home, "node_modules/.bin/hive-gateway");

// Where Hive's answer is not what the specifications say, by idea; it has to differ there, so that this list stays true.
const wrongInHive: Record<string, readonly string[]> = {
  aliases: ["the key's name given to another field", "the name of the record's type given to another field", "the type's name under other names", "names that JavaScript's objects have"],
  "fields that nobody can resolve": ["an interface without any type, whose field is elsewhere", "beside what can be resolved"],
  fragments: ["selections of one field in several fragments become one object, in the order of the first mention"],
  inaccessible: ["where that may not be null, an error says so"],
  "interface objects": ["what its type has", "an added field under a type's condition", "lists of them, with null and types mixed"],
  introspection: ["beside data, under other names, by variables and fragments"],
  // It asks for what others add when all changes are done.
  mutations: ["one that a fragment names again runs where it is named first", "what another subgraph adds is added before the next one runs"],
  "non-resolvable keys": ["takes it for what is required, from the owner"],
  "null propagation": ["up to the whole answer, where nothing on the way may be null", "a field that may not be null, of a record that the other subgraph does not have: null, and an error"],
  // It leaves a null out of what it gives to a field that requires it.
  requires: ["meets a need that has needs itself", "gives what lies deep in objects, also where an object is null", "asks for all needs of several fields together"],
  // The second of these ends its process.
  "requires with arguments": ["two fields require one field with different arguments", "the same, deep in an object, and under the client's names", "all of it at once"],
  "skip and include": ["everything left out"],
  // It ends its process.
  unions: ["one name for one field with other arguments, of each member"],
  variables: ["one that a subgraph's request uses for itself keeps its value"],
};

const install = () => {
  if (existsSync(program)) return;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), JSON.stringify(peer));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: home, stdio: "inherit" });
};

const freePort = () =>
  new Promise<number>(resolve => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const ask = async (url: string, query: string, variables: object = {}) => {
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body: JSON.stringify({ query, variables }) });
  return (await response.json()) as ExecutionResult;
};

const isThere = (url: string) => ask(url, "{ __typename }").then(({ data }) => data !== undefined, () => false);

const startHive = async (supergraphSdl: string) => {
  const file = join(mkdtempSync(join(tmpdir(), "supergraph-")), "supergraph.graphql");
  writeFileSync(file, supergraphSdl);
  const port = await freePort();
  const hive = spawn(program, ["supergraph", file, "--hive-router-runtime", "--host", "127.0.0.1", "--port", String(port), "--fork", "1"], { cwd: home, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}/graphql`;
  for (let tries = 0; tries < 150; tries++) {
    if (await isThere(url)) return { hive, url };
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  hive.kill();
  throw new Error("Hive Gateway did not start");
};

const places = (errors: readonly { path?: readonly (string | number)[] }[] = []) => errors.map(({ path }) => (path ?? []).join(".")).sort();

beforeAll(install, 600_000);

for (const graph of everyIdea) {
  describe(graph.idea, () => {
    let served: ServedGraph;
    let hive: ChildProcess;
    let url: string;
    beforeAll(async () => {
      served = await serveGraph(graph);
      ({ hive, url } = await startHive(served.supergraphSdl));
    });
    afterAll(async () => {
      hive?.kill("SIGKILL");
      await served?.close();
    });
    beforeEach(async () => {
      graph.reset?.();
      // Some questions end its process; those after them are asked of another one.
      if (!(await isThere(url))) ({ hive, url } = await startHive(served.supergraphSdl));
    });

    for (const { promise, query, variables, data, errors } of graph.cases) {
      const test = wrongInHive[graph.idea]?.includes(promise) ? it.failing : it;
      test(promise, async () => {
        const answer = await ask(url, query, variables);
        expect({ data: answer.data ?? null, failed: (answer.errors?.length ?? 0) > 0 }).toEqual({ data: data ?? null, failed: errors !== undefined });
        if (data !== undefined) expect(places(answer.errors)).toEqual(places(errors));
      });
    }
  });
}
