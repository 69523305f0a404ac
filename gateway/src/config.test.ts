import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigFault } from "@huu-nghi/service-kit";
import { readConfig, wantsHelp } from "./config";
import { supergraphAt } from "./small-graph.fixture";

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
      host: "127.0.0.1", port: 4000, logLevel: "info", production: false, corsOrigins: [], subgraphTimeoutMs: 10_000, subgraphUrls: {},
    });
  });

  it("resolves the file against the folder from which npm was called", () => {
    expect(readConfig(["--supergraph", "supergraph.graphql"], { INIT_CWD: folder }).supergraphSdl).toContain("join__Graph");
  });

  it("takes another address for any subgraph that the file names", () => {
    const { subgraphUrls } = readConfig(["--supergraph", file], { SUBGRAPH_URL_GUEST_VISITS: "http://10.1.1.1/graphql", SUBGRAPH_URL_OTHER: "x" });
    expect(subgraphUrls).toEqual({ "guest-visits": "http://10.1.1.1/graphql" });
  });

  it("reads the origins of dashboards", () => {
    const origins = (text: string) => readConfig(["--supergraph", file], { CORS_ORIGINS: text }).corsOrigins;
    expect(origins("https://a.example, http://localhost:8080")).toEqual(["https://a.example", "http://localhost:8080"]);
    expect(() => origins("https://a.example/page")).toThrow("CORS_ORIGINS");
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
    expect(written("type {")).toContain("cannot be read: Syntax Error");
    expect(written("type Query { a: Int }")).toContain("is not a supergraph");
    expect(written(supergraphAt({ hosts: "" }))).toContain("SUBGRAPH_URL_HOSTS is not set");
  });

  it("gives help when asked", () => {
    expect([wantsHelp(["--help"]), wantsHelp([])]).toEqual([true, false]);
  });
});
