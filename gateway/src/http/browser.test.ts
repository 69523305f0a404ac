import { createHash } from "node:crypto";
import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { ask } from "../fixtures/small-graph.fixture";
import { libraries } from "../fixtures/library.fixture";

const { start, close } = libraries();
afterAll(close);

const query = "{ book { title } }";
const get = (url: string, parameters: Record<string, string>, headers: Record<string, string> = { "apollo-require-preflight": "1" }) =>
  fetch(`${url}?${new URLSearchParams(parameters).toString()}`, { headers });

describe("pages of other origins", () => {
  const origin = "https://dashboard.example";
  const allowed = { http: { corsOrigins: [origin] } };
  const preflight = async (url: string, from: string) => {
    const headers = { origin: from, "access-control-request-method": "POST", "access-control-request-headers": "content-type,authorization" };
    const response = await fetch(url, { method: "OPTIONS", headers });
    const given = (name: string) => response.headers.get(`access-control-${name}`);
    return { status: response.status, origin: given("allow-origin"), headers: given("allow-headers"), credentials: given("allow-credentials"), vary: response.headers.get("vary") };
  };

  it("may ask with a token when they are named, and never with cookies", async () => {
    const { url } = await start(allowed);
    const { vary, ...answer } = await preflight(url, origin);
    expect(answer).toEqual({ status: 204, origin, headers: "content-type,authorization", credentials: null });
    expect(vary).toMatch(/origin/i);
  });

  it.each(["https://elsewhere.example", "null", "https://dashboard.example.evil.example", "http://dashboard.example"])("may not when they are not: %s", async other => {
    const { url } = await start(allowed);
    expect((await preflight(url, other)).origin).toBeNull();
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", origin: other }, body: JSON.stringify({ query }) });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("can read why they are refused, and when to ask again", async () => {
    const { url } = await start({ http: { ...allowed.http, ratePerAddress: 1 } });
    await ask(url, query);
    const { status, headers } = await ask(url, query, {}, { origin });
    expect([status, headers.get("access-control-allow-origin")]).toEqual([429, origin]);
    expect(headers.get("access-control-expose-headers")).toMatch(/x-request-id.*retry-after/);
  });
});

describe("an answer", () => {
  const long = "Truyện Kiều ".repeat(1000);
  const raw = (url: string, headers: Record<string, string>) =>
    new Promise<{ encoding: string | undefined; vary: string | undefined; body: Buffer }>((resolve, reject) => {
      const sent = request(url, { method: "POST", headers: { "content-type": "application/json", ...headers } }, response => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve({ encoding: response.headers["content-encoding"], vary: response.headers.vary, body: Buffer.concat(chunks) }));
      });
      sent.on("error", reject).end(JSON.stringify({ query }));
    });

  it.each([
    ["gzip", "gzip, deflate", gunzipSync],
    ["br", "gzip, deflate, br", brotliDecompressSync],
  ])("is compressed by %s for a client that takes it", async (encoding, accepted, unpack) => {
    const { url } = await start({}, { title: long });
    const answer = await raw(url, { "accept-encoding": accepted });
    expect([answer.encoding, JSON.parse(unpack(answer.body).toString())]).toEqual([encoding, { data: { book: { title: long } } }]);
    expect(answer.body.length).toBeLessThan(1000);
    expect(answer.vary).toMatch(/accept-encoding/i);
  });

  it("is sent as it is to a client that does not ask for less, and when it is short", async () => {
    const { url } = await start({}, { title: long });
    for (const headers of [{}, { "accept-encoding": "identity" }, { "accept-encoding": "zstd" }] as Record<string, string>[]) {
      const { encoding, body } = await raw(url, headers);
      expect([encoding, JSON.parse(body.toString())]).toEqual([undefined, { data: { book: { title: long } } }]);
    }
    const short = await start();
    expect((await raw(short.url, { "accept-encoding": "gzip" })).encoding).toBeUndefined();
  });

  it("to a compressed request that grows beyond the limit is 413", async () => {
    const { url } = await start({ http: { maxBodyBytes: 2000 } });
    const { gzipSync } = await import("node:zlib");
    const body = gzipSync(JSON.stringify({ query, variables: { a: "x".repeat(100_000) } }));
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", "content-encoding": "gzip" }, body });
    expect([response.status, body.length < 2000]).toEqual([413, true]);
  });
});

describe("a query by GET", () => {
  it("is answered", async () => {
    const { url } = await start();
    const response = await get(url, { query: "query ($id: ID) { book(id: $id) { title } }", variables: '{"id":"1"}' });
    expect([response.status, await response.json()]).toEqual([200, { data: { book: { title: "Truyện Kiều" } } }]);
  });

  it.each(["application/json; charset=utf-8", "application/graphql-response+json, application/json;q=0.9", "application/json, text/plain, */*", "Application/JSON"])("is answered to whoever wants a GraphQL answer among others: %s", async accept => {
    const { url } = await start();
    expect((await get(url, { query }, { accept })).status).toBe(200);
  });

  it("is refused where a page of another origin could have made it", async () => {
    const { url, asked } = await start();
    expect((await get(url, { query }, {})).status).toBe(400);
    expect(asked).toEqual([]);
  });

  it.each(["*/*", "text/html,application/xhtml+xml,*/*;q=0.8", "application/json;q=0, */*"])("is refused to what a page loads by its address: %s", async accept => {
    const { url } = await start();
    expect((await get(url, { query }, { accept })).status).toBe(400);
  });

  it("is refused where it is a mutation", async () => {
    const { url, asked } = await start();
    const response = await get(url, { query: "mutation { lend(id: 1) { id } }" });
    expect([response.status, response.headers.get("allow"), asked]).toEqual([405, "POST", []]);
  });
});

it.each(["text/html", "application/xml", "application/json;q=0", "application/json; profile=own", "application/json;q=0, application/*;q=0"])("an answer in no form that the client takes is refused before anything is changed: %s", async accept => {
  const { url, asked } = await start();
  const { status, errors } = await ask(url, "mutation { lend(id: 1) { id } }", {}, { accept });
  expect([status, errors, asked]).toMatchObject([406, [{ extensions: { code: "BAD_USER_INPUT" } }], []]);
});

describe("an automatic persisted query", () => {
  const sha256Hash = createHash("sha256").update(query).digest("hex");
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const send = async (url: string, body: object) => {
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    return { status: response.status, ...((await response.json()) as { data?: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] }) };
  };

  it("is asked for in the words that clients know, kept, and answered by its hash from then on, also by GET", async () => {
    const { url } = await start();
    expect(await send(url, { extensions })).toEqual({ status: 200, errors: [{ message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND", requestId: expect.any(String) as string } }] });
    const data = { book: { title: "Truyện Kiều" } };
    expect(await send(url, { query, extensions })).toEqual({ status: 200, data });
    expect(await send(url, { extensions })).toEqual({ status: 200, data });
    expect(await (await get(url, { extensions: JSON.stringify(extensions) })).json()).toEqual({ data });
  });

  it.each<[string, object]>([
    ["whose hash is another query's", { query: "{ book { id } }", extensions }],
    ["of another version", { query, extensions: { persistedQuery: { version: 2, sha256Hash } } }],
    ["whose hash is none", { extensions: { persistedQuery: { version: 1, sha256Hash: { toString: 1 } } } }],
    ["whose hash is a list", { extensions: { persistedQuery: { version: 1, sha256Hash: [sha256Hash] } } }],
    ["that is a text", { query, extensions: { persistedQuery: "x" } }],
  ])("%s is refused, and told what is wrong", async (_what, body) => {
    const { url, asked } = await start();
    const { status, errors } = await send(url, body);
    expect([status, errors]).toMatchObject([400, [{ message: expect.stringContaining("persistedQuery") as string, extensions: { code: "BAD_USER_INPUT", argument: "extensions" } }]]);
    expect(asked).toEqual([]);
  });

  it("is limited as any other", async () => {
    const { url, asked } = await start();
    const costly = "{ books(first: 101) { totalCount } }";
    const hash = createHash("sha256").update(costly).digest("hex");
    const sent = { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
    expect((await send(url, { query: costly, ...sent })).errors?.[0]?.extensions["code"]).toBe("QUERY_TOO_COSTLY");
    expect((await send(url, sent)).errors?.[0]?.extensions["code"]).toBe("PERSISTED_QUERY_NOT_FOUND");
    expect(asked).toEqual([]);
  });
});
