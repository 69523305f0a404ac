import { executors } from "../operation/executor";
import { ask } from "../fixtures/small-graph.fixture";
import { libraries } from "../fixtures/library.fixture";

const { start, close } = libraries();
afterAll(close);

const times = (count: number, each: (index: number) => string) => Array.from({ length: count }, (_, index) => each(index)).join(" ");
const send = async (url: string, method: string, body: string | undefined, headers: Record<string, string>) => {
  const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
  return { status: response.status, text: await response.text() };
};
const json = { "content-type": "application/json" };

// What common scanners of GraphQL servers send, and take for a finding when it is answered.
describe.each(executors)("a scanner finds, with the %s executor,", executor => {
  let url: string;
  let asked: string[];
  beforeAll(async () => void ({ url, asked } = await start({ executor, production: true })));
  beforeEach(() => void asked.splice(0));
  afterEach(() => expect(asked).toEqual([]));

  it.each([
    ["no alias overloading", `query cop { ${times(101, index => `alias${index}: __typename`)} }`],
    ["no alias overloading of fields", `{ ${times(101, index => `a${index}: book { id }`)} }`],
    ["no field duplication", `query cop { ${"__typename ".repeat(500)} }`],
    ["no directive overloading", `query cop { __typename ${"@aa".repeat(10)} }`],
    ["no directive overloading by directives that there are", `query cop { ${times(10, index => `book @include(if: true) { id @skip(if: ${index > 20}) }`)} }`],
    ["no circular introspection", "query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }"],
    ["no circular fragments", "query { __typename ...A } fragment A on Query { __typename ...B } fragment B on Query { __typename ...A }"],
    ["no nested query of any depth", `{ book { ${"next { ".repeat(40)} id ${"}".repeat(40)} } }`],
    ["no pages of any length", "{ books(first: 99999999) { nodes { id } } }"],
    ["no introspection", "{ __schema { queryType { name } } }"],
    ["no introspection by type", `{ __type(name: "Book") { fields { name } } }`],
    ["no introspection in a fragment", "{ ...F } fragment F on Query { s: __schema { queryType { name } } }"],
    ["no document of any length", `{ book(filter: { lengths: [${"1 ".repeat(10_000)}] }) { id } }`],
  ])("%s", async (_what, query) => {
    const { status, data, errors } = await ask(url, query);
    expect([status, data]).toEqual([400, undefined]);
    expect(["QUERY_TOO_COSTLY", "GRAPHQL_VALIDATION_FAILED"]).toContain(errors?.[0]?.extensions?.["code"]);
  });

  it.each(["{ boo { id } }", "{ book { titel } }", "{ book(fliter: {}) { id } }", "{ book(filter: { titel: 1 }) { id } }", "{ book(genre: NOVL) { id } }", "{ book { ... on Boo { id } } }", "query ($a: Filtr) { book(filter: $a) { id } }"])(
    "no name suggested for %s",
    async query => {
      const { status, text } = await ask(url, query);
      expect([status, text.includes("Did you mean")]).toEqual([400, false]);
      expect(text).not.toMatch(/NOVEL|\btitle|\bfilter"|Filter"/);
    },
  );

  it("no name suggested for a variable's value", async () => {
    const { status, text } = await ask(url, "query ($g: Genre, $f: Filter) { book(genre: $g, filter: $f) { id } }", { g: "NOVL", f: { titel: "x" } });
    expect([status, text.includes("Did you mean")]).toEqual([400, false]);
    expect(text).not.toMatch(/NOVEL|title/);
  });

  it.each<[string, string, string | undefined, Record<string, string>, number]>([
    ["no batching", "POST", `[${Array.from({ length: 10 }, () => `{"query":"query cop { __typename }"}`).join()}]`, json, 400],
    ["no mutation by GET", "GET", undefined, { "apollo-require-preflight": "1" }, 405],
    ["no form", "POST", "query=%7B__typename%7D", { "content-type": "application/x-www-form-urlencoded" }, 400],
    ["no form with a header that asks first", "POST", "query=%7B__typename%7D", { "content-type": "application/x-www-form-urlencoded", "apollo-require-preflight": "1" }, 400],
    ["no form of several parts", "POST", `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{__typename}\r\n--x--`, { "content-type": "multipart/form-data; boundary=x" }, 400],
    ["no plain text", "POST", `{"query":"{ __typename }"}`, { "content-type": "text/plain" }, 400],
    ["no request without a type", "POST", `{"query":"{ __typename }"}`, { "content-type": "" }, 400],
    ["no other method", "PUT", `{"query":"{ __typename }"}`, json, 405],
  ])("%s", async (what, method, body, headers, status) => {
    const address = what.includes("GET") ? `${url}?query=${encodeURIComponent("mutation { lend(id: 1) { id } }")}` : url;
    const answer = await send(address, method, body, headers);
    expect([answer.status, answer.text.includes("errors"), answer.text.includes(`"data"`)]).toEqual([status, true, false]);
  });

  it("no query by GET that a foreign page could make", async () =>
    expect((await send(`${url}?query=%7B__typename%7D`, "GET", undefined, {})).status).toBe(400));

  it("no trace, and no stack", async () => {
    const { text } = await ask(url, "{ __typename }", {}, { "apollo-federation-include-trace": "ftv1", "x-apollo-tracing": "1" });
    expect(JSON.parse(text)).toEqual({ data: { __typename: "Query" } });
    for (const body of ['{"query":"{"}', '{"query":1}', "{", "[]", "null", '"x"', '{"query":null}', '{"query":"{ a }","variables":[]}', '{"query":"{ a }","extensions":[]}', '{"query":"{ a }","operationName":{}}', '{"query":{"kind":"Document"}}']) {
      const answer = await send(url, "POST", body, json);
      expect([body, answer.status]).toEqual([body, 400]);
      expect(answer.text).not.toMatch(/stack|\.js:|\.ts:|node_modules|at \w+ \(/);
    }
  });

  it.each(["/graphiql", "/", "/playground", "/altair", "/voyager", "/console", "/graphiql/index.html", "/graphiql/operations.json"])("no page for exploring at %s", async path => {
    const response = await fetch(new URL(path, url), { redirect: "manual", headers: { accept: "text/html" } });
    expect([response.status, (await response.text()).includes("<html")]).toEqual([404, false]);
  });

  it("no page for exploring where queries go", async () => {
    const answer = await send(url, "GET", undefined, { accept: "text/html" });
    expect([answer.status, answer.text.includes("<")]).toEqual([400, false]);
  });
});
