import { inspect } from "node:util";
import { libraries } from "../fixtures/library.fixture";
import { ask } from "../fixtures/small-graph.fixture";
import { executors } from "../operation/executor";
import type { OperationLimits } from "./limit-config";

const { start: startAnother, close } = libraries();
afterAll(close);

const started = new Map<string, ReturnType<typeof startAnother>>();

/** The gateway of all tests that want it like this; its library was asked nothing yet. */
const start = async (options: Parameters<typeof startAnother>[0]) => {
  const key = inspect(options);
  const gateway = started.get(key) ?? startAnother(options);
  started.set(key, gateway);
  const { url, asked } = await gateway;
  asked.length = 0;
  return { url, asked };
};

const times = (count: number, each: (index: number) => string, between = " ") => Array.from({ length: count }, (_, index) => each(index)).join(between);
const book = (fields: string) => `{ book { ${fields} } }`;
// { book { … } } with a title at the end is this many fields deep.
const deep = (depth: number) => book(`${"next { ".repeat(depth - 2)}title${" }".repeat(depth - 2)}`);
const deepByFragments = (depth: number) =>
  `{ book { ...F2 } } ${times(depth - 2, index => `fragment F${index + 2} on Book { next { ...F${index + 3} } }`)} fragment F${depth} on Book { title }`;
// Sixteen tokens stand around the numbers.
const tokens = (count: number) => `{ book(filter: { lengths: [${"1 ".repeat(count - 16)}] }) { id } }`;
const bookAliases = (count: number) => book(times(count, index => `a${index}: title`));
const typenames = (count: number) => `{ ${times(count, index => `a${index}: __typename`)} book { id } }`;
const included = (count: number) => book(times(count, index => `${["id", "title", "genre", "next { id }", "related { id }", "copies { totalCount }"][index]!.replace(/^\w+/, name => `${name} @include(if: true)`)}`));
const chained = (count: number) => `${"... { ".repeat(count - 1)}id${" }".repeat(count - 1)}`;
// `... { ...Chain }` comes to 22 fields and fragments, and takes six tokens.
const spread = (count: number) => {
  const chains = Math.floor((count - 2) / 22);
  return `${book(`${"... { ...Chain } ".repeat(chains)}${chained(count - 1 - 22 * chains)}`)} fragment Chain on Book { ${chained(20)} }`;
};
const repeated = (count: number) => book(`title ${"title ".repeat(count)}`);

type Case = [what: string, name: keyof OperationLimits, allowed: number, document: (size: number) => string, others?: Partial<OperationLimits>];
const cases: Case[] = [
  ["tokens", "tokens", 1000, tokens],
  ["fields within fields", "depth", 12, deep],
  ["fields within fields by fragments", "depth", 12, deepByFragments],
  ["aliases", "aliases", 15, bookAliases],
  ["aliases of __typename", "aliases", 15, typenames],
  ["directives", "directives", 5, included],
  ["fields that stand there already", "repeatedFields", 20, repeated],
  ["fields and fragments wherever these are spread", "selections", 2000, spread],
];

describe.each(executors)("before the %s executor", executor => {
  describe.each(cases)("%s", (_what, name, allowed, document, limits = {}) => {
    it(`are taken up to ${allowed}`, async () => {
      const { url, asked } = await start({ executor, limits });
      const { status, errors } = await ask(url, document(allowed));
      expect([status, errors, asked.length]).toEqual([200, undefined, 1]);
    });

    it.each([1, 50])(`are refused when they are more by %d, and no subgraph is asked`, async more => {
      if (name === "directives" && more > 1) more = 1;
      const { url, asked } = await start({ executor, limits });
      const { status, data, errors } = await ask(url, document(allowed + more));
      const limit = { name, allowed, asked: allowed + more };
      expect([status, data, errors?.length, errors?.[0]?.extensions]).toEqual([400, undefined, 1, { code: "QUERY_TOO_COSTLY", limit, requestId: expect.any(String) as string }]);
      expect(errors?.[0]?.message).toContain(String(allowed + more));
      expect(errors?.[0]?.message).toContain(String(allowed));
      expect(asked).toEqual([]);
    });

    it("are taken however many they are when the limit is off", async () => {
      const { url } = await start({ executor, limits: { ...limits, [name]: Infinity } });
      expect((await ask(url, document(name === "directives" ? 6 : allowed + 10))).status).toBe(200);
    });
  });

  // Nothing stands twice in the same braces of these, and with more of them whoever follows each fragment would never end.
  it.each([
    ["in two inline ones", (next: number) => `... on Book { ...F${next} } ... { ...F${next} }`, ""],
    ["by two others", (next: number) => `...G${next} ...H${next}`, times(12, at => `fragment G${at + 1} on Book { ...F${at + 1} } fragment H${at + 1} on Book { ...F${at + 1} }`)],
  ])("fragments that spread the next one twice, %s, are refused at once", async (_what, both, others) => {
    const { url, asked } = await start({ executor });
    const { status, errors } = await ask(url, `{ book { ...F0 } } ${times(12, at => `fragment F${at} on Book { ${both(at + 1)} }`)} fragment F12 on Book { id } ${others}`);
    expect([status, errors]).toMatchObject([400, [{ extensions: { code: "QUERY_TOO_COSTLY", limit: { name: "selections", allowed: 2000 } } }]]);
    expect(asked).toEqual([]);
  });

  describe("lists within each other in the document", () => {
    const nested = (depth: number) => `{ book(like: { any: ${"[".repeat(depth)}1${"]".repeat(depth)} }) { id } }`;
    it("are taken up to 10", async () => expect((await ask((await start({ executor })).url, nested(10))).status).toBe(200));

    it("are refused when they are more, since planning doubles with each", async () => {
      const { url, asked } = await start({ executor });
      const { status, errors } = await ask(url, nested(11));
      expect([status, errors]).toMatchObject([400, [{ message: expect.stringContaining("as a variable") as string, extensions: { code: "BAD_USER_INPUT", argument: "like" } }]]);
      expect(asked).toEqual([]);
    });
  });

  describe("a page", () => {
    const variable = "query ($size: Int) { books(first: $size) { totalCount } }";
    it.each([
      ["{ books(first: 100) { totalCount } }", {}],
      ["{ books(last: 100) { totalCount } }", {}],
      [variable, { size: 100 }],
      [variable, { size: null }],
      [variable, {}],
    ])("of up to 100 is taken: %s with %j", async (query, variables) => {
      const { url, asked } = await start({ executor });
      expect([(await ask(url, query, variables)).status, asked.length]).toEqual([200, 1]);
    });

    it.each([
      ["{ books(first: 101) { totalCount } }", {}, "first", 101],
      ["{ books(first: 99999999) { totalCount } }", {}, "first", 99_999_999],
      ["{ books(last: 101) { totalCount } }", {}, "last", 101],
      [variable, { size: 101 }, "first", 101],
      [variable.replace("$size: Int", "$size: Int = 101"), {}, "first", 101],
      ["query ($size: Int) { ...F } fragment F on Query { books(first: $size) { totalCount } }", { size: 99_999_999 }, "first", 99_999_999],
    ])("of more is refused with its argument, and no subgraph is asked: %s with %j", async (query, variables, argument, size) => {
      const { url, asked } = await start({ executor });
      // The second time the document is known already.
      for (let time = 0; time < 2; time++) {
        const { status, errors } = await ask(url, query, variables);
        expect([status, errors]).toMatchObject([400, [{ message: expect.stringContaining(`${argument} is ${size}`) as string, extensions: { code: "QUERY_TOO_COSTLY", argument, limit: { name: argument, allowed: 100, asked: size } } }]]);
      }
      expect(asked).toEqual([]);
    });
  });

  describe("the cost", () => {
    const pages = (outer: string, inner: string) => `books(first: ${outer}) { nodes { copies(first: ${inner}) { nodes { id } } } }`;
    // A hundred pages of a hundred: 1 + 100 * (1 + 1 + 100) objects.
    const oneHundredOfOneHundred = 10_201;

    it("counts a page by its size, and what stands in it for each of its records", async () => {
      const { url, asked } = await start({ executor, limits: { cost: oneHundredOfOneHundred } });
      expect([(await ask(url, `{ ${pages("100", "100")} }`)).status, asked.length]).toEqual([200, 1]);
      const strict = await start({ executor, limits: { cost: oneHundredOfOneHundred - 1 } });
      const { status, errors } = await ask(strict.url, `{ ${pages("100", "100")} }`);
      expect([status, errors?.[0]?.extensions]).toMatchObject([400, { code: "QUERY_TOO_COSTLY", limit: { name: "cost", asked: oneHundredOfOneHundred, allowed: oneHundredOfOneHundred - 1 } }]);
      expect(strict.asked).toEqual([]);
    });

    it.each([
      ["{ book { title } }", 1],
      ["{ books { nodes { id } } }", 21],
      ["{ books { edges { node { id } } } }", 41],
      ["{ books { totalCount } }", 1],
      ["{ shelf { id } }", 5],
      ["{ shelf { related { id } } }", 30],
      ["mutation { lend(id: 1) { id } }", 11],
      ["{ ...F ...G } fragment F on Query { books(first: 3) { ...N } } fragment G on Query { b: books(first: 4) { ...N } } fragment N on Books { nodes { id } }", 9],
    ])("of %s is %d", async (query, cost) => {
      const costly = async (limit: number) => (await ask((await start({ executor, limits: { cost: limit } })).url, query)).errors?.[0]?.extensions?.["code"] === "QUERY_TOO_COSTLY";
      expect([await costly(cost), cost === 1 ? true : await costly(cost - 1)]).toEqual([false, true]);
    });

    it("is counted with each request's variables", async () => {
      const query = `query ($outer: Int, $inner: Int) { ${pages("$outer", "$inner")} }`;
      const { url, asked } = await start({ executor, limits: { cost: 1000 } });
      const codeWith = async (outer: number, inner: number) => (await ask(url, query, { outer, inner })).errors?.[0]?.extensions?.["code"];
      expect([await codeWith(10, 10), await codeWith(100, 100), await codeWith(10, 10)]).toEqual([undefined, "QUERY_TOO_COSTLY", undefined]);
      expect(asked).toHaveLength(2);
    });

    it("of ten times the limit is refused", async () => {
      const { url, asked } = await start({ executor });
      const { errors } = await ask(url, `{ ${pages("100", "100")} ${times(4, index => `x${index}: ${pages("100", "100").replace("{ id }", "{ copies(first: 4) { nodes { id } } }")}`)} }`);
      expect(errors).toMatchObject([{ extensions: { limit: { name: "cost", allowed: 20_000, asked: 10_201 + 4 * 60_201 } } }]);
      expect(asked).toEqual([]);
    });
  });

  it("fragments that double each other are refused at once", async () => {
    const { url, asked } = await start({ executor });
    const doubling = times(40, index => `fragment F${index} on Book { a: next { ...F${index + 1} } b: next { ...F${index + 1} } }`);
    const startedAt = performance.now();
    const { status, errors } = await ask(url, `{ book { ...F0 } } ${doubling} fragment F40 on Book { id }`);
    expect([status, errors?.[0]?.extensions]).toMatchObject([400, { code: "QUERY_TOO_COSTLY", limit: { name: "depth" } }]);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(asked).toEqual([]);
  });

  it("fragments in a circle are refused at once", async () => {
    const { url, asked } = await start({ executor });
    const { status, errors } = await ask(url, "{ book { ...A } } fragment A on Book { next { ...B } } fragment B on Book { next { ...A } }");
    expect([status, errors?.[0]?.extensions?.["code"]]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
    expect(asked).toEqual([]);
  });

  it.each(["{ book { id }", "query ($a: ) { book { id } }", "}", "{ book(id: \"", "{ # \u0007"])("what is no GraphQL is told as that: %s", async query => {
    const { url, asked } = await start({ executor });
    const { status, errors } = await ask(url, query);
    expect([status, errors?.[0]?.extensions?.["code"], asked]).toEqual([400, "GRAPHQL_PARSE_FAILED", []]);
  });

  it.each([
    ["@defer", "{ book { id ... @defer { title } } }", "@defer"],
    ["@stream", "{ shelf @stream(initialCount: 1) { id } }", "@stream"],
    ["a subscription", "subscription { book { id } }", "subscriptions"],
  ])("%s is refused in words, and no subgraph is asked", async (_what, query, word) => {
    const { url, asked } = await start({ executor });
    const { status, errors } = await ask(url, query);
    expect([status, errors]).toMatchObject([400, [{ message: expect.stringContaining(word) as string, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]]);
    expect([errors?.length, asked]).toEqual([1, []]);
  });
});
