import { executors } from "../operation/executor";
import { ask } from "../fixtures/small-graph.fixture";
import { faultyGraph, startFaulty, unavailable, type FaultySubgraph } from "../fixtures/faulty-subgraph.fixture";
import { repeatableBy } from "./repeatable";

const { keep, gateway, close } = faultyGraph();
afterAll(close);

describe.each(executors)("a connection that breaks before the answer, by the %s executor", executor => {
  let visits: FaultySubgraph;
  let url: string;
  beforeAll(async () => {
    visits = await keep(startFaulty("visits"));
    ({ url } = await gateway({ visits: visits.url }, { executor, links: { timeoutMs: 500, breakerFailures: 1000 } }));
  });
  const asked = async () => (await visits.told()).asked.length;
  const withKey = `mutation { noteVisit(input: { text: "a", idempotencyKey: "k-1" }) }`;
  const byVariable = `mutation Note($input: Note!) { noteVisit(input: $input) }`;

  it("costs a query nothing", async () => {
    await visits.behave("reset-once");
    expect((await ask(url, "{ visitCount }")).data).toEqual({ visitCount: 3 });
    expect(await asked()).toBe(2);
  });

  it("is met by a query twice and no more", async () => {
    await visits.behave("reset");
    expect((await ask(url, "{ visitCount }")).errors).toEqual([unavailable(["visitCount"])]);
    expect(await asked()).toBe(2);
  });

  it.each([
    ["a key", withKey, {}],
    ["a key in a variable", byVariable, { input: { text: "a", idempotencyKey: "k-2" } }],
    ["a variable as the key", `mutation Note($key: String) { noteVisit(input: { text: "a", idempotencyKey: $key }) }`, { key: "k-3" }],
  ])("costs a mutation with %s nothing", async (_what, query, variables) => {
    await visits.behave("reset-once");
    expect((await ask(url, query, variables)).data).toEqual({ noteVisit: 1 });
    expect(await asked()).toBe(2);
  });

  it.each([
    ["no key", `mutation { noteVisit(input: { text: "a" }) }`, {}],
    ["no key in its variable", byVariable, { input: { text: "a" } }],
    ["an empty key", byVariable, { input: { text: "a", idempotencyKey: "" } }],
    ["no input", `mutation { noteBare(text: "a") }`, {}],
    ["one field without a key", `mutation { noteVisit(input: { text: "a", idempotencyKey: "k-4" }) noteBare(text: "a") }`, {}],
  ])("is not tried again with a mutation with %s", async (_what, query, variables) => {
    await visits.behave("reset-once");
    const { errors } = await ask(url, query, variables);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "SUBGRAPH_UNAVAILABLE", division: "visits" });
    expect(await asked()).toBe(1);
  });

  it.each(["hang", "503-html", "cut", "truncated", "not-http"])("is all that is tried again, not: %s", async as => {
    for (const query of ["{ visitCount }", withKey]) {
      await visits.behave(as);
      expect((await ask(url, query)).errors?.[0]?.extensions).toMatchObject({ code: "SUBGRAPH_UNAVAILABLE" });
      expect(await asked()).toBe(1);
    }
  });

  it("is not what equal mutations share", async () => {
    await visits.behave("late", { ms: 100 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(url, withKey)));
    for (const { data } of answers) expect(data).toEqual({ noteVisit: 1 });
    expect(await asked()).toBe(10);
  });
});

it("A mutation of nothing, or of what is not seen at once, is not repeatable", () => {
  expect(repeatableBy("mutation { __typename }")({})).toBe(false);
  expect(repeatableBy(`mutation { ...F } fragment F on Mutation { a(input: { idempotencyKey: "k" }) }`)({})).toBe(false);
  expect(repeatableBy(`mutation { a(input: { idempotencyKey: "k" }) __typename }`)(undefined)).toBe(true);
});
