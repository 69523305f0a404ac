import { getIntrospectionQuery } from "graphql";
import { executors } from "../operation/executor";
import { ask } from "../fixtures/small-graph.fixture";
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

const bearer = async (role?: string): Promise<Record<string, string>> => (role === undefined ? {} : { authorization: `Bearer ${await tokenBy(key, { roles: [role], unions: "*" })}` });

describe.each(executors)("in production, with the %s executor", executor => {
  it("the schema is shown to admins only, whoever asked for it before", async () => {
    const { url } = await start({ executor, production: true, tokens: taking(provider.url) });
    const codeFor = async (role?: string) => (await ask(url, getIntrospectionQuery(), {}, await bearer(role))).errors?.[0]?.extensions?.["code"];
    expect([await codeFor("admin"), await codeFor(), await codeFor("viewer"), await codeFor("leader"), await codeFor("admin")]).toEqual([undefined, ...Array.from({ length: 3 }, () => "GRAPHQL_VALIDATION_FAILED"), undefined]);
  });
});

it("GraphiQL is there for admins only in production; to others it is as if there were none", async () => {
  const { url } = await start({ production: true, tokens: taking(provider.url) });
  const page = async (path: string, role?: string) => (await fetch(new URL(path, url), { headers: await bearer(role), redirect: "manual" })).status;
  for (const path of ["/graphiql", "/graphiql/operations.json", "/graphiql/graphiql.min.js", "/graphiql/page.js"]) {
    expect([path, await page(path, "admin"), await page(path), await page(path, "officer")]).toEqual([path, 200, 404, 404]);
  }
  expect(await page("/", "admin")).toBe(404);
});
