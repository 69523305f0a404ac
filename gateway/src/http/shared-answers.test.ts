import { ask, type Answer } from "../fixtures/small-graph.fixture";
import { newIssuerKey, startIssuer, taking, tokenBy, type IssuerKey } from "../viewer/token-issuer.fixture";
import { libraries } from "../fixtures/library.fixture";

const { start, keep, close } = libraries();
let key: IssuerKey;
let provider: Awaited<ReturnType<typeof startIssuer>>;
beforeAll(async () => {
  key = await newIssuerKey("one");
  provider = await keep(startIssuer([key]));
});
afterAll(close);

const slow = { delayMs: 200 };
const query = "{ book { title } }";
const many = (count: number, send: (index: number) => Promise<Answer>) => Promise.all(Array.from({ length: count }, (_, index) => send(index)));
const ids = (answers: Answer[]) => new Set(answers.map(({ headers }) => headers.get("x-request-id"))).size;

describe("equal queries at the same time, when answers are shared", () => {
  const options = { http: { shareAnswers: true }, links: { shareInFlight: false } };

  it("get one answer, with the request id of the first", async () => {
    const { url, asked } = await start(options, slow);
    const answers = await many(20, () => ask(url, query));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['200 {"data":{"book":{"title":"Truyện Kiều"}}}']));
    expect([asked.length, ids(answers)]).toEqual([1, 1]);
  });

  it("are answered anew once the first is answered", async () => {
    const { url, asked } = await start(options, slow);
    await ask(url, query);
    await ask(url, query);
    expect(asked).toHaveLength(2);
  });

  it.each([
    ["other variables", (url: string, index: number) => ask(url, "query ($id: ID) { book(id: $id) { title } }", { id: String(index) })],
    ["other words", (url: string, index: number) => ask(url, `query Q${index} { book { title } }`)],
    ["another accept header", (url: string, index: number) => ask(url, query, {}, { accept: index ? "application/json" : "application/graphql-response+json" })],
    ["a mutation", (url: string) => ask(url, `mutation { lend(id: "1") { title } }`)],
    ["the word in a comment", (url: string) => ask(url, `{ book { title } } # mutation`)],
  ])("stay apart with %s", async (_name, send) => {
    const { url, asked } = await start(options, slow);
    await many(2, index => send(url, index));
    expect(asked).toHaveLength(2);
  });

  it("are answered as ever where they hold values too deep to be compared", async () => {
    const { url } = await start(options);
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const statusOf = async (rest: string) => (await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: `{"query":"${query}",${rest}}` })).status;
    expect([await statusOf(`"variables":{"a":${deep}}`), await statusOf(`"extensions":{"a":${deep}}`)]).toEqual([400, 200]);
  });

  it("stay apart with another header that goes on to subgraphs", async () => {
    const { url, asked } = await start({ ...options, forwardHeaders: ["x-language"] }, slow);
    await many(2, index => ask(url, query, {}, { "x-language": index ? "vi" : "en" }));
    expect(asked).toHaveLength(2);
  });

  it("stay apart for another viewer", async () => {
    const { url, asked } = await start({ ...options, tokens: taking(provider.url) }, slow);
    const tokens = [undefined, await tokenBy(key, { sub: "lan" }), await tokenBy(key, { sub: "minh" })];
    const answers = await many(6, index => ask(url, query, {}, tokens[index % 3] === undefined ? {} : { authorization: `Bearer ${tokens[index % 3]}` }));
    expect([asked.length, ids(answers)]).toEqual([3, 3]);
  });

  it("do without the first when its client leaves", async () => {
    const { url } = await start(options, slow);
    const leaving = new AbortController();
    const request = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query, variables: {} }), signal: leaving.signal };
    const first = fetch(url, request).catch((error: Error) => error.name);
    await new Promise(resolve => void setTimeout(resolve, 50));
    const others = many(3, () => ask(url, query));
    setTimeout(() => leaving.abort(), 50);
    expect(await first).toBe("AbortError");
    expect((await others).map(({ data }) => data)).toEqual(Array(3).fill({ book: { title: "Truyện Kiều" } }));
  });

  it("are not asked again for who has left while waiting for another's answer", async () => {
    const { url, asked } = await start(options, slow);
    const leaving = new AbortController();
    const request = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query, variables: {} }), signal: leaving.signal };
    const gone = many(3, () => fetch(url, request).catch((error: Error) => error.name) as Promise<never>);
    setTimeout(() => leaving.abort(), 100);
    expect(await gone).toEqual(["AbortError", "AbortError", "AbortError"]);
    await new Promise(resolve => void setTimeout(resolve, 400));
    expect(asked).toHaveLength(1);
    expect((await ask(url, query)).data).toEqual({ book: { title: "Truyện Kiều" } });
  });

  it("are refused each for itself", async () => {
    const { url } = await start(options, slow);
    const answers = await many(3, () => ask(url, "{ nothing }"));
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
    for (const { headers, errors } of answers) expect(errors?.[0]?.extensions?.["requestId"]).toBe(headers.get("x-request-id"));
  });
});

it("stay apart when answers are not shared, as when nothing is said", async () => {
  const { url, asked } = await start({ links: { shareInFlight: false } }, slow);
  const answers = await many(5, () => ask(url, query));
  expect([asked.length, ids(answers)]).toEqual([5, 5]);
});
