import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigFault } from "@huu-nghi/service-kit";
import { readConfig, wantsHelp } from "./config";
import { supergraphAt } from "./fixtures/small-graph.fixture";

const folder = mkdtempSync(join(tmpdir(), "gateway-config-"));
const file = join(folder, "supergraph.graphql");
writeFileSync(file, supergraphAt({ hosts: "http://127.0.0.1:4001/graphql" }));
afterAll(() => rmSync(folder, { recursive: true }));

const faultsOf = (args: string[], env: NodeJS.ProcessEnv) => {
  try {
    readConfig(args, env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
};

describe("the gateway's configuration", () => {
  it("has defaults for everything but the supergraph", () => {
    expect(readConfig(["--supergraph", file], {})).toMatchObject({
      host: "127.0.0.1", port: 4000, logLevel: "info", production: false, http: { corsOrigins: [], maxBodyBytes: 1_048_576 }, limits: { tokens: 1000, depth: 12, aliases: 15, directives: 5, pageSize: 100 }, links: { timeoutMs: 2000, shareInFlight: true }, forwardHeaders: [],
    });
  });

  it("resolves the file against the folder from which npm was called", () => {
    expect(readConfig(["--supergraph", "supergraph.graphql"], { INIT_CWD: folder }).supergraphSdl.read()).toContain("join__Graph");
  });

  it("takes another address for any subgraph that the file names", () => {
    const { subgraphUrls } = readConfig(["--supergraph", file], { SUBGRAPH_URL_GUEST_VISITS: "http://10.1.1.1/graphql", SUBGRAPH_URL_OTHER: "x" });
    expect(["hosts", "guest-visits"].map(subgraphUrls)).toEqual([undefined, "http://10.1.1.1/graphql"]);
  });

  it("reads the origins of dashboards", () => {
    const origins = (text: string) => readConfig(["--supergraph", file], { CORS_ORIGINS: text }).http.corsOrigins;
    expect(origins("https://a.example, http://localhost:8080")).toEqual(["https://a.example", "http://localhost:8080"]);
    expect(() => origins("https://a.example/page")).toThrow("CORS_ORIGINS");
  });

  it("reads how subgraphs are asked, and refuses to forward a header by which they know who asks", () => {
    const read = (env: NodeJS.ProcessEnv) => readConfig(["--supergraph", file], env);
    const env = { SUBGRAPH_TIMEOUT_MS: "500", SUBGRAPH_MAX_BYTES: "1000", SUBGRAPH_CONNECTIONS: "3", SUBGRAPH_QUEUE: "0", SUBGRAPH_BREAKER_FAILURES: "2", SUBGRAPH_BREAKER_OPEN_MS: "50", SHARE_IN_FLIGHT: "off", FORWARD_HEADERS: "X-Tenant, accept-language" };
    expect(read(env)).toMatchObject({
      links: { timeoutMs: 500, maxBytes: 1000, connections: 3, queue: 0, breakerFailures: 2, breakerOpenMs: 50, shareInFlight: false },
      forwardHeaders: ["x-tenant", "accept-language"],
    });
    for (const name of ["authorization", "Cookie", "X-Huu-Nghi-Viewer", "x-request-id", "host", "content-length", "a b"]) {
      expect(() => read({ FORWARD_HEADERS: `x-tenant,${name}` })).toThrow("FORWARD_HEADERS");
    }
  });

  it("lists all faults at once", () => {
    const env = { PORT: "70000", LOG_LEVEL: "loud", CORS_ORIGINS: "*", SUBGRAPH_TIMEOUT_MS: "-1", SUBGRAPH_URL_HOSTS: "ftp://x" };
    expect(faultsOf(["--supergraph", file], env)).toEqual([
      expect.stringContaining(`PORT is "70000"`),
      expect.stringContaining(`LOG_LEVEL is "loud"`),
      expect.stringContaining(`SUBGRAPH_TIMEOUT_MS is "-1"`),
      expect.stringContaining(`CORS_ORIGINS is "*"`),
      expect.stringContaining("SUBGRAPH_URL_HOSTS"),
    ]);
    expect(faultsOf(["--supergraf", "x"], { PORT: "x", INIT_CWD: folder })).toEqual([
      expect.stringContaining("'--supergraf'"),
      expect.stringContaining(`PORT is "x"`),
      ...(faultsOf([], {}).length > 0 ? [expect.stringContaining("There is no supergraph file") as string] : []),
    ]);
  });

  it("says what is wrong with a supergraph file", () => {
    const written = (text: string) => {
      const path = join(folder, "other.graphql");
      writeFileSync(path, text);
      return faultsOf(["--supergraph", path], {}).join();
    };
    expect(faultsOf(["--supergraph", "absent"], { INIT_CWD: folder }).join()).toContain(`There is no supergraph file ${join(folder, "absent")}`);
    expect(faultsOf(["--supergraph", folder], {}).join()).toContain(`The supergraph file ${folder} cannot be read: EISDIR`);
    expect(written("type {")).toContain("cannot be read: Syntax Error");
    expect(written("type Query { a: Int }")).toContain("is not a supergraph");
    expect(written(supergraphAt({ hosts: "" }))).toContain("SUBGRAPH_URL_HOSTS is not set: the supergraph has no http address of the subgraph hosts.");
  });

  it("gives help when asked", () => {
    expect([wantsHelp(["--help"]), wantsHelp([])]).toEqual([true, false]);
  });
});
