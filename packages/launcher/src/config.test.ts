import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newKey } from "@huu-nghi/identity";
import { readConfig } from "./config";
import { divisionsIn } from "./divisions";
import { ensurePortIsFree } from "./start";

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "huu-nghi-launcher-"));
  for (const name of ["associations", "ngo-aid"]) {
    mkdirSync(join(root, "subgraphs", name), { recursive: true });
    writeFileSync(join(root, "subgraphs", name, "package.json"), "{}");
  }
  mkdirSync(join(root, "subgraphs/notes"));
});

afterAll(() => rmSync(root, { recursive: true }));

describe("the divisions", () => {
  it("are the folders of subgraphs/ that hold a package", () => {
    expect(divisionsIn(root).map(({ name, variable }) => [name, variable])).toEqual([
      ["associations", "ASSOCIATIONS"],
      ["ngo-aid", "NGO_AID"],
    ]);
  });
});

describe("the configuration", () => {
  const read = (env: NodeJS.ProcessEnv) => readConfig(root, divisionsIn(root), env);

  it("is complete without any variable", () => {
    expect(read({})).toMatchObject({ host: "127.0.0.1", port: 4000, dataDir: join(root, ".data"), embedded: true });
  });

  it("takes DATA_DIR as seen from where npm was called", () => {
    expect(read({ DATA_DIR: "here", INIT_CWD: "/somewhere" }).dataDir).toBe("/somewhere/here");
  });

  it("embeds nothing when the URLs are given, and keeps the gateway's port from the divisions", () => {
    const url = "postgres://me@db.example/postgres";
    const config = read({ DATABASE_URL: url, PORT: "4010", HOST: "0.0.0.0" });
    expect(config).toMatchObject({ embedded: false, host: "0.0.0.0", port: 4010, divisionEnvironment: { DATABASE_URL: url } });
    expect(Object.keys(config.divisionEnvironment)).toEqual(["DATABASE_URL", "ERASURES_FILE"]);
    expect(config.divisionEnvironment["ERASURES_FILE"]).toBe(join(config.dataDir, "erasures.log"));
  });

  it("gives each process what is its business", () => {
    const ofGateway = { OIDC_ISSUER: "https://login.example", ROLE_CLAIM: "groups", UNIONS_CLAIM: "unions", ROLE_MAP: "{}", CORS_ORIGINS: "https://a.example" };
    const { divisionEnvironment, gatewayEnvironment } = read({ ...ofGateway, DATABASE_URL: "postgres://me@db.example/x", NGO_AID_READER_URL: "postgres://me@db.example/x", LOG_LEVEL: "warn" });
    expect(Object.keys(divisionEnvironment).sort()).toEqual(["CORS_ORIGINS", "DATABASE_URL", "ERASURES_FILE", "LOG_LEVEL", "NGO_AID_READER_URL"]);
    expect(gatewayEnvironment).toEqual({ ...ofGateway, LOG_LEVEL: "warn" });
  });

  it("takes files as seen from where npm was called", () => {
    const file = join(root, "keys.json");
    writeFileSync(file, JSON.stringify({ keys: [newKey()] }));
    const { divisionEnvironment, gatewayEnvironment } = read({ INIT_CWD: root, ERASURES_FILE: "erased.log", GATEWAY_KEYS_FILE: "keys.json", ROLE_MAP_FILE: "roles.json" });
    expect(divisionEnvironment).toMatchObject({ GATEWAY_KEYS_FILE: file, ERASURES_FILE: join(root, "erased.log") });
    expect(gatewayEnvironment).toMatchObject({ GATEWAY_KEYS_FILE: file, ROLE_MAP_FILE: join(root, "roles.json") });
  });

  it("names keys that cannot serve together with all other faults, and no secret", () => {
    const faults = () => read({ GATEWAY_KEYS: "a:not-so-long", PORT: "70000" });
    expect(faults).toThrow(/secret of key a cannot be used: it has 11 bytes.*\n.*PORT is "70000"/);
    expect(faults).not.toThrow(/not-so-long/);
    expect(() => read({ GATEWAY_KEYS_FILE: "/nowhere/keys.json" })).toThrow(/\/nowhere\/keys\.json cannot be read/);
  });

  it("names all faults at once, and no secret", () => {
    const faults = () => read({ PORT: "70000", LOG_LEVEL: "loud", NGO_AID_DATABASE_URL: "mysql://me:secret@db" });
    expect(faults).toThrow(/PORT is "70000".*\n.*LOG_LEVEL is "loud".*\n.*ASSOCIATIONS_DATABASE_URL is not set.*\n.*NGO_AID_DATABASE_URL is set/);
    expect(faults).not.toThrow(/secret/);
  });

  it("names the faults of the processes that it would start, before any of them runs", () => {
    const faults = () => read({ NODE_ENV: "prod", SUBGRAPH_TIMEOUT_MS: "-1", CORS_ORIGINS: "foo", NGO_AID_READER_URL: "x" });
    expect(faults).toThrow(/NODE_ENV is "prod".*\n.*SUBGRAPH_TIMEOUT_MS is "-1".*\n.*CORS_ORIGINS is "foo".*\n.*NGO_AID_READER_URL is set/);
  });
});

describe("a busy port", () => {
  it("is named, with how to choose another", async () => {
    const other = createServer();
    await new Promise<void>(resolve => other.listen(0, "127.0.0.1", resolve));
    try {
      const { port } = other.address() as { port: number };
      await expect(ensurePortIsFree({ host: "127.0.0.1", port })).rejects.toThrow(
        `Port ${port} on 127.0.0.1 is in use by another program. Choose another: PORT=${port + 10} npm start`,
      );
    } finally {
      other.close();
    }
  });

  it("is told from a host that is not ours", async () => {
    await expect(ensurePortIsFree({ host: "192.0.2.1", port: 0 })).rejects.toThrow(/192\.0\.2\.1 is not an address to listen on here/);
  });
});
