import { randomUUID } from "node:crypto";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { keyRingOf, newKey, sign, visitor, type SigningKey } from "@huu-nghi/identity";
import { createLog, type RunningService } from "@huu-nghi/service-kit";
import { serveDivision } from "@huu-nghi/subgraph-kit";
import { testDatabase, type TestDatabase } from "../test-database";
import { viewers } from "../viewers";
import { library } from "./library.fixture";

let folder: string;
let database: TestDatabase;
let service: RunningService;
const keys = { first: newKey("first"), second: newKey("second"), developer: { ...newKey("developer"), developer: true } };

const write = (...live: SigningKey[]) => {
  const file = path.join(folder, "keys.json");
  writeFileSync(`${file}.new`, JSON.stringify({ keys: live }));
  renameSync(`${file}.new`, file);
  return file;
};

const serve = (production: boolean) => {
  const ring = keyRingOf({ GATEWAY_KEYS_FILE: path.join(folder, "keys.json") }, { production, onFault: () => undefined })!;
  const config = { host: "127.0.0.1", port: 0, logLevel: "silent", urls: database.urls, serverUrl: null, keys: ring, mayLoseChanges: true };
  return serveDivision(library(), config, createLog("library", "silent"));
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "huu-nghi-keys-"));
  database = await testDatabase(library());
  write(keys.first, keys.developer);
  service = await serve(false);
});
afterAll(async () => {
  await service.close();
  await database[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  write(keys.first, keys.developer);
  await noticed();
});

/** As long as a process takes to see that the file has changed. */
const noticed = () => new Promise(resolve => setTimeout(resolve, 600));

const body = JSON.stringify({ query: "{ shelves { id } }" });
const request = (over: object = {}) => ({ method: "POST", path: "/graphql", requestId: randomUUID(), body, viewer: visitor, ...over });

const post = async (headers: Record<string, string>, sent = body, url = service.url) => {
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: sent });
  return { status: response.status, text: await response.text() };
};
const refused = { status: 401, text: expect.stringContaining("UNAUTHENTICATED") };

describe("a subgraph", () => {
  it("answers the gateway", async () => expect(await post(sign(request(), keys.first))).toMatchObject({ status: 200, text: expect.stringContaining('"data"') }));

  it("answers nobody who calls it directly, whatever is sent", async () => {
    expect(await post({})).toEqual(refused);
    expect(await post({ "content-type": "text/plain" }, "not json")).toEqual(refused);
    expect(await post({}, "")).toEqual(refused);
    const read = await fetch(`${service.url}?query=${encodeURIComponent("{ shelves { id } }")}`, { headers: { "apollo-require-preflight": "1" } });
    expect(read.status).toBe(401);
    expect(await post({ "x-huu-nghi-viewer": "e30", "x-huu-nghi-signature": "huu-nghi-1 key=first,time=1,nonce=1,hmac=1" })).toEqual(refused);
  });

  it("takes no request twice", async () => {
    const headers = sign(request(), keys.first);
    expect((await post(headers)).status).toBe(200);
    expect(await post(headers)).toEqual(refused);
  });

  it("takes no altered body, viewer, path or request id", async () => {
    expect(await post(sign(request(), keys.first), JSON.stringify({ query: "{ __typename }" }))).toEqual(refused);
    const { "x-huu-nghi-viewer": admin } = sign(request({ viewer: viewers.admin() }), keys.first);
    expect(await post({ ...sign(request(), keys.first), "x-huu-nghi-viewer": admin! })).toEqual(refused);
    expect(await post(sign(request(), keys.first), body, `${service.url}?more=1`)).toEqual(refused);
    expect(await post(sign(request({ path: "/other" }), keys.first))).toEqual(refused);
    expect(await post({ ...sign(request(), keys.first), "x-request-id": randomUUID() })).toEqual(refused);
    const { "x-huu-nghi-signature": signature = "", ...rest } = sign(request(), keys.first);
    const elsewhen = signature.replace(/time=\d+/, `time=${Date.now() - 5}`);
    expect(await post({ ...rest, "x-huu-nghi-signature": elsewhen })).toEqual(refused);
  });

  it.each([-31_000, 31_000])("takes nothing of a clock that is off by %d ms", async off => expect(await post(sign(request(), keys.first, Date.now() + off))).toEqual(refused));

  it.each([-25_000, 25_000])("takes what is off by %d ms, as clocks are", async off => expect((await post(sign(request(), keys.first, Date.now() + off))).status).toBe(200));

  it("takes neither an unknown key nor a known id with another secret", async () => {
    expect(await post(sign(request(), keys.second))).toEqual(refused);
    expect(await post(sign(request(), { ...keys.second, id: keys.first.id }))).toEqual(refused);
  });

  it("takes a new key at once and the old one beside it, until that is taken away", async () => {
    write(keys.second, keys.first);
    expect((await post(sign(request(), keys.second))).status).toBe(200);
    expect((await post(sign(request(), keys.first))).status).toBe(200);
    write(keys.second);
    await noticed();
    expect(await post(sign(request(), keys.first))).toEqual(refused);
    expect((await post(sign(request(), keys.second))).status).toBe(200);
  });

  it("keeps its keys when the file breaks", async () => {
    expect((await post(sign(request(), keys.first))).status).toBe(200);
    writeFileSync(path.join(folder, "keys.json"), "{");
    await noticed();
    expect((await post(sign(request(), keys.first))).status).toBe(200);
  });

  it("takes a developer's key, but not in production", async () => {
    expect((await post(sign(request(), keys.developer))).status).toBe(200);
    const production = await serve(true);
    try {
      expect(await post(sign(request(), keys.developer), body, production.url)).toEqual(refused);
      expect((await post(sign(request(), keys.first), body, production.url)).status).toBe(200);
    } finally {
      await production.close();
    }
  });

  it("says to its health checks how it is, and nothing else", async () => {
    for (const page of ["live", "ready"]) expect((await fetch(new URL(`/health/${page}`, service.url))).status).toBe(200);
  });
});
