import { request as send } from "node:http";
import { GraphQLError, GraphQLInt, GraphQLList, GraphQLInputObjectType, GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { argumentCheck } from "./argument-check";
import { ConfigFault } from "./config";
import { serveGraphql, type RunningService } from "./http";
import type { RequestContext } from "./request-context";
import { createLog } from "./log";
import { LocalDate, PartialDate } from "./scalars";

const Span = new GraphQLInputObjectType({ name: "Span", fields: { from: { type: LocalDate } } });
const days = {
  type: GraphQLInt,
  args: { on: { type: LocalDate }, among: { type: new GraphQLList(PartialDate) }, span: { type: Span }, spans: { type: new GraphQLList(Span) }, first: { type: GraphQLInt } },
  resolve: () => 1,
};
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      days,
      crash: { type: GraphQLString, resolve: () => Promise.reject(new Error("secret at 10.0.0.1")) },
      denied: { type: GraphQLString, resolve: () => Promise.reject(new GraphQLError("not yours", { extensions: { code: "FORBIDDEN" } })) },
    },
  }),
});

const start = (port = 0, ready: () => Promise<unknown> = () => Promise.resolve()) =>
  serveGraphql<RequestContext>({
    ...{ log: createLog("test", "silent"), host: "127.0.0.1", port, ready },
    apollo: { schema, csrfPrevention: false, plugins: [argumentCheck] },
    context: (_request, base) => base,
  });

let service: RunningService;
let isReady = true;
beforeAll(async () => {
  service = await start(0, () => (isReady ? Promise.resolve() : Promise.reject(new Error("secret reason"))));
});
afterAll(() => service.close());

const post = async (body: string, headers: Record<string, string> = {}) => {
  const response = await fetch(service.url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
  return { status: response.status, requestId: response.headers.get("x-request-id"), body: (await response.json()) as { data?: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] } };
};
const ask = (query: string, variables: object = {}) => post(JSON.stringify({ query, variables }));

describe("a malformed argument is refused with status 400 and named", () => {
  it.each([
    ['{ days(on: "2014-02-30") }', {}, "on"],
    ['{ days(among: ["2014", "14"]) }', {}, "among"],
    ['{ days(span: { from: "x" }) }', {}, "span"],
    ['{ days(spans: [{ from: "2014-01-01" }, { from: "x" }]) }', {}, "spans"],
    ["query ($d: LocalDate) { days(on: $d) }", { d: "2014-02-30" }, "on"],
    ["query ($d: [PartialDate]) { days(among: $d) }", { d: ["2014", "14"] }, "among"],
    ["query ($d: LocalDate) { days(span: { from: $d }) }", { d: "x" }, "span"],
    ["query ($s: [Span]) { days(spans: $s) }", { s: [{ from: "x" }] }, "spans"],
    ["query ($d: LocalDate) { ...f } fragment f on Query { days(on: $d) }", { d: 5 }, "on"],
    ["query ($n: Int) { days(first: $n) }", { n: "x" }, "first"],
  ])("%s with %j", async (query, variables, argument) => {
    const { status, requestId, body } = await ask(query, variables);
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    expect(body.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument, requestId } }]);
  });

  it("names each of several variables", async () => {
    const { body } = await ask("query ($a: LocalDate, $b: PartialDate) { days(on: $a, among: [$b]) }", { a: "x", b: "y" });
    expect(body.errors?.[0]?.extensions["fields"]).toMatchObject([{ argument: "on", variable: "a" }, { argument: "among", variable: "b" }]);
  });

  it("and what is well formed passes", async () => expect((await ask('query ($d: LocalDate) { days(on: $d, among: ["2014"]) }', { d: null })).body).toEqual({ data: { days: 1 } }));
});

describe("an error of a field", () => {
  it("that nobody foresaw has a code and the id of the request, and no word of its own", async () => {
    const { body, requestId } = await ask("{ crash }");
    expect(body).toEqual({
      data: { crash: null },
      errors: [{ message: expect.stringContaining("Something went wrong"), locations: expect.anything(), path: ["crash"], extensions: { code: "INTERNAL_SERVER_ERROR", requestId } }],
    });
  });

  it("that was foreseen keeps its words", async () =>
    expect((await ask("{ denied }")).body.errors).toMatchObject([{ message: "not yours", extensions: { code: "FORBIDDEN" } }]));
});

describe("what is no GraphQL request", () => {
  it.each([
    ["not JSON", "{", 400, "is not JSON"],
    ["empty", "{}", 400, "no keys"],
    ["a list", "[]", 400, ""],
  ])("%s", async (_what, sent, status, said) => {
    const answer = await post(sent);
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toMatchObject([{ message: expect.stringContaining(said), extensions: { code: "BAD_USER_INPUT", requestId: answer.requestId } }]);
  });

  it.each([
    ["packed in an unknown way", { "content-encoding": "zstd" }, 415, "by gzip, deflate or br"],
    ["not packed as it says", { "content-encoding": "gzip" }, 400, "cannot be unpacked"],
    ["in another charset", { "content-type": "application/json; charset=latin1" }, 415, "Send UTF-8"],
  ])("a body that is %s", async (_what, headers, status, said) => {
    const answer = await post('{"query":"{ days }"}', headers);
    expect([answer.status, answer.body.errors]).toMatchObject([status, [{ message: expect.stringContaining(said) as string, extensions: { code: "BAD_USER_INPUT", requestId: answer.requestId } }]]);
  });

  it.each(["PUT", "DELETE", "PATCH"])("one by %s is told how to ask", async method => {
    const response = await fetch(`${service.url}?query={days}`, { method });
    expect([response.status, response.headers.get("allow"), await response.json()]).toMatchObject([405, "GET, POST", { errors: [{ message: expect.stringContaining(method) as string, extensions: { code: "BAD_USER_INPUT" } }] }]);
  });

  it("is told by how much its body is too large", async () => {
    const sent = JSON.stringify({ query: "x".repeat(1_100_000) });
    const { status, requestId, body } = await post(sent);
    expect(status).toBe(413);
    expect(body.errors).toMatchObject([{ extensions: { code: "QUERY_TOO_COSTLY", limit: { name: "bodyBytes", allowed: 1_048_576, asked: sent.length }, requestId } }]);
  });

  it.each([
    ["{ days", "GRAPHQL_PARSE_FAILED"],
    ["{ nothing }", "GRAPHQL_VALIDATION_FAILED"],
    ["query a { days } query b { days }", "BAD_USER_INPUT"],
  ])("%s is %s", async (query, code) => {
    const { status, body } = await ask(query);
    expect({ status, code: body.errors?.[0]?.extensions["code"] }).toEqual({ status: 400, code });
  });

  it("at another address says where queries go", async () => {
    const response = await fetch(service.url.replace("/graphql", "/elsewhere"));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining("/graphql"), extensions: { code: "BAD_USER_INPUT" } }] });
  });
});

it("takes up a request id that is one, and makes its own otherwise", async () => {
  const given = await post('{"query":"{ days }"}', { "x-request-id": "from-outside-1" });
  expect(given.requestId).toBe("from-outside-1");
  const forged = await post('{"query":"{ days }"}', { "x-request-id": "a b; c" });
  expect(forged.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

it("is ready only when it can answer, and keeps the reason to itself", async () => {
  const health = async (page: string) => {
    const response = await fetch(service.url.replace("graphql", `health/${page}`));
    return [response.status, await response.text()];
  };
  expect(await health("ready")).toEqual([200, '{"status":"ready"}']);
  isReady = false;
  expect(await health("ready")).toEqual([503, '{"status":"not ready"}']);
  expect(await health("live")).toEqual([200, '{"status":"live"}']);
  isReady = true;
});

it("says which port is busy, and how to choose another", async () => {
  const refused = start(service.port);
  await expect(refused).rejects.toThrow(ConfigFault);
  await expect(refused).rejects.toThrow(new RegExp(`Port ${service.port} of 127.0.0.1 is in use.*PORT=`));
});

it("takes a whole address for its path, as some proxies send it", async () => {
  const statusOf = (path: string) =>
    new Promise((resolve, reject) => {
      send({ port: service.port, path, headers: { accept: "application/json" } }, response => resolve(response.resume().statusCode)).on("error", reject).end();
    });
  expect(await Promise.all(["http://graph.example/graphql?query={days}", "HTTP://graph.example:80/health/live", "http://graph.example?query={days}", "http://graph.example/nothing"].map(statusOf))).toEqual([200, 200, 404, 404]);
});
