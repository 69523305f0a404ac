import { GraphQLError, GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { serveGraphql, type GraphqlServer } from "./http";
import { createLog } from "./log";
import { Problem } from "./problem";
import { refuse } from "./refusal";
import type { RequestContext } from "./request-context";

const failing = (error: Error) => ({ type: GraphQLString, resolve: () => Promise.reject(error) });
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      book: { type: GraphQLString, args: { author: { type: GraphQLString } }, resolve: () => "Secret title" },
      crash: failing(new Error("Secret words")),
      denied: failing(new GraphQLError("Secret words", { extensions: { code: "FORBIDDEN" } })),
      slow: { type: GraphQLString, resolve: () => new Promise(resolve => setTimeout(resolve, 200, "")) },
    },
  }),
});

const lines: string[] = [];
let service: GraphqlServer<RequestContext>;
beforeAll(async () => {
  service = await serveGraphql<RequestContext>({
    ...{ log: createLog("library", "debug", { write: line => void lines.push(line) }), host: "127.0.0.1", port: 0, ready: async () => undefined },
    apollo: { schema, csrfPrevention: false },
    admit: [(request, response, next) => (request.headers.authorization ? refuse(response, 401, new Problem("UNAUTHENTICATED", "Expired.", { reason: "expired" })) : next())],
    context: async (request, base) => {
      if (request.headers["x-broken"]) throw new Error("Secret words");
      return base;
    },
  });
});
afterAll(() => service.close());
afterEach(() => expect(lines.splice(0).join()).not.toMatch(/Secret|author|query \{|127\.0/));

type Line = Record<string, unknown>;
const written = () => lines.map(line => JSON.parse(line) as Line);
const requestLines = () => written().filter(({ msg }) => msg === "request");
const send = (query: string, { method = "POST", headers = {}, variables = {} }: { method?: string; headers?: Record<string, string>; variables?: object } = {}) => {
  const asked = method === "GET" ? `?${new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()}` : "";
  const body = method === "GET" ? null : JSON.stringify({ query, variables });
  return fetch(service.url + asked, { method, body, headers: { "content-type": "application/json", "x-request-id": "request-1", ...headers } });
};
const line = { level: 30, time: expect.any(String), process: "library", requestId: "request-1", method: "POST", path: "/graphql", status: 200, durationMs: expect.any(Number), errors: [], msg: "request" };

describe("a request has one line, which says", () => {
  it("the name of its operation, and nothing of what it asks for", async () => {
    await send("query Titles($author: String) { book(author: $author) }", { variables: { author: "Secret person" } });
    expect(written()).toEqual([{ ...line, operation: "Titles", type: "query" }]);
  });

  it("the kind of an operation without a name", async () => {
    await send('{ book(author: "Secret person") }');
    expect(written()).toEqual([{ ...line, operation: "query", type: "query" }]);
  });

  it("its page without what was asked there", async () => {
    await send('query Titles($author: String) { book(author: $author) }', { method: "GET", variables: { author: "Secret person" } });
    expect(written()).toEqual([{ ...line, operation: "Titles", type: "query", method: "GET" }]);
  });

  it("each code of its errors once; what nobody foresaw has a line of its own", async () => {
    await send("{ a: denied b: denied crash }");
    expect(requestLines()).toEqual([{ ...line, operation: "query", type: "query", errors: ["FORBIDDEN", "INTERNAL_SERVER_ERROR"] }]);
    expect(written()).toMatchObject([{ level: 50, requestId: "request-1", path: ["crash"], err: { type: "Error" } }, {}]);
  });

  it.each([
    [400, "GRAPHQL_PARSE_FAILED", "{ book", {}],
    [400, "GRAPHQL_VALIDATION_FAILED", "{ Secret }", {}],
    [400, "BAD_USER_INPUT", "", {}],
    [401, "UNAUTHENTICATED", "{ book }", { authorization: "Bearer Secret" }],
    [500, "INTERNAL_SERVER_ERROR", "{ book }", { "x-broken": "1" }],
    [413, "QUERY_TOO_COSTLY", `# ${"x".repeat(1_100_000)}`, {}],
  ])("the code of a refusal: %d, %s", async (status, code, query, headers: Record<string, string>) => {
    await send(query, { headers });
    expect(requestLines()).toEqual([{ ...line, status, errors: [code] }]);
  });

  it("that its client left before it was answered", async () => {
    const left = fetch(service.url, { method: "POST", body: '{"query":"{ slow }"}', headers: { "content-type": "application/json" }, signal: AbortSignal.timeout(50) });
    await expect(left).rejects.toThrow();
    await new Promise(resolve => setTimeout(resolve, 250));
    expect(requestLines()).toMatchObject([{ operation: "query", abandoned: true }]);
  });
});

it("does not repeat an address that is none", async () => {
  await fetch(service.url.replace("graphql", "Secret%20token?Secret=1"), { headers: { "x-request-id": "request-1" } });
  expect(requestLines()).toEqual([{ ...line, path: undefined, method: "GET", status: 404, errors: ["BAD_USER_INPUT"] }].map(({ path: _, ...rest }) => rest));
});

it("takes probes for detail", async () => {
  await fetch(service.url.replace("graphql", "health/ready"));
  expect(requestLines()).toMatchObject([{ level: 20, path: "/health" }]);
});

it("is not written for what this process asks itself", async () => {
  const log = createLog("library", "silent");
  expect(await service.execute("{ book }", { requestId: "12345678", log })).toEqual({ book: "Secret title" });
  expect(written()).toEqual([]);
});
