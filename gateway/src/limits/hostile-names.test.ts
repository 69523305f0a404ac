import { libraries } from "../fixtures/library.fixture";
import { ask } from "../fixtures/small-graph.fixture";
import { executors } from "../operation/executor";

const { start, close } = libraries();
afterAll(close);

interface Sent {
  query: string;
  variables?: string;
  operationName?: string;
  extensions?: string;
}

const names = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "valueOf", "__defineGetter__", "then", "toJSON"];
const places: [string, (name: string) => Sent][] = [
  ["an alias", name => ({ query: `{ ${name}: book { id } }` })],
  ["an alias further in", name => ({ query: `{ book { ${name}: id } }` })],
  ["an alias of __typename", name => ({ query: `{ ${name}: __typename }` })],
  ["a field", name => ({ query: `{ ${name} }` })],
  ["an argument", name => ({ query: `{ book(${name}: 1) { id } }` })],
  ["a variable", name => ({ query: `query ($${name}: ID) { book(id: $${name}) { id } }`, variables: `{"${name}":"1"}` })],
  ["a variable that nobody declares", name => ({ query: "{ book { id } }", variables: `{"${name}":{"polluted":"yes"}}` })],
  ["an input's field", name => ({ query: `{ book(filter: { ${name}: 1 }) { id } }` })],
  ["an input variable's field", name => ({ query: "query ($f: Filter) { book(filter: $f) { id } }", variables: `{"f":{"${name}":{"polluted":"yes"}}}` })],
  ["a deeper input variable's field", name => ({ query: "query ($f: Filter) { book(filter: $f) { id } }", variables: `{"f":{"within":{"${name}":{"polluted":"yes"}}}}` })],
  ["a field of free JSON", name => ({ query: "query ($j: JSON) { book(like: $j) { id } }", variables: `{"j":{"${name}":{"polluted":"yes"}}}` })],
  ["a field of free JSON in the document", name => ({ query: `{ book(like: { ${name}: { polluted: "yes" } }) { id } }` })],
  ["an enum's value", name => ({ query: `{ book(genre: ${name}) { id } }` })],
  ["an enum variable's value", name => ({ query: "query ($g: Genre) { book(genre: $g) { id } }", variables: `{"g":"${name}"}` })],
  ["a fragment", name => ({ query: `{ book { ...${name} } } fragment ${name} on Book { id }` })],
  ["a fragment's type", name => ({ query: `{ book { ... on ${name} { id } } }` })],
  ["a variable's type", name => ({ query: `query ($a: ${name}) { book(id: $a) { id } }` })],
  ["an operation", name => ({ query: `query ${name} { book { id } }`, operationName: name })],
  ["the operation that is meant", name => ({ query: "query A { book { id } } query B { book { id } }", operationName: name })],
  ["a directive", name => ({ query: `{ book @${name} { id } }` })],
  ["a directive's argument", name => ({ query: `{ book @include(${name}: true) { id } }` })],
  ["an extension", name => ({ query: "{ book { id } }", extensions: `{"${name}":{"polluted":"yes"}}` })],
  ["a persisted query's hash", name => ({ query: "{ book { id } }", extensions: `{"persistedQuery":{"version":1,"sha256Hash":{"${name}":1}}}` })],
];

describe.each(executors)("with the %s executor", executor => {
  let url: string;
  beforeAll(async () => {
    url = (await start({ executor })).url;
  });

  describe.each(places)("as the name of %s", (place, sent) => {
    it.each(names)("%s is answered or refused, and alters nothing", async name => {
      const { query, variables = "{}", operationName, extensions = "{}" } = sent(name);
      const body = `{"query":${JSON.stringify(query)},"variables":${variables},"extensions":${extensions}${operationName ? `,"operationName":"${operationName}"` : ""}}`;
      const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
      const answer = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
      expect([200, 400]).toContain(response.status);
      expect(answer.errors?.map(({ extensions: { code } }) => code) ?? []).not.toContain("INTERNAL_SERVER_ERROR");
      expect(response.status === 200 ? answer.data : answer.errors).toBeTruthy();
      // An alias that is taken stands in the answer, with its value.
      if (response.status === 200 && query.includes(`${name}: `) && place.includes("alias")) expect(JSON.stringify(answer.data)).toMatch(new RegExp(`"${name}":("1"|"Query"|\\{"id":"1"\\})`));
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    });
  });

  it.each(names)("as a header %s alters nothing", async name => {
    const { status, data } = await ask(url, "{ book { id } }", {}, { [name]: "polluted", "x-request-id": name });
    expect([status, data]).toEqual([200, { book: { id: "1" } }]);
  });

  it("a variable nested without end is refused with its argument", async () => {
    const nested = "[".repeat(100_000) + "]".repeat(100_000);
    const body = `{"query":"query ($j: JSON) { book(like: $j) { id } }","variables":{"j":${nested}}}`;
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "like" } }] }]);
  });
});
