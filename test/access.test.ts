import { operations } from "@huu-nghi/contract";
import type { DevelopmentClaims } from "@huu-nghi/identity";
import { ask, type TestSupergraph } from "@huu-nghi/test-kit";
import { testSupergraph } from "./system";

let graph: TestSupergraph;
beforeAll(async () => {
  graph = await testSupergraph({ records: true, demo: 1 });
}, 120_000);
afterAll(() => graph[Symbol.asyncDispose]());

const everybody: [string, DevelopmentClaims | undefined][] = [
  ["a viewer of no union", { role: "viewer" }],
  ["a viewer", { role: "viewer", unions: ["dong-nai"] }],
  ...["associations", "foreign-relations", "ngo-aid"].map((division): [string, DevelopmentClaims] => [`an officer of ${division}`, { role: "officer", divisions: [division], unions: ["dong-nai"] }]),
  ["a leader of a union", { role: "leader", unions: ["vinh-phuc"] }],
  ["a leader of all", { role: "leader", unions: ["*"] }],
  ["an administrator", { role: "admin", unions: ["*"] }],
];

describe.each(operations().map(operation => [operation.name, operation] as const))("the contract's operation %s", (_name, { text, variables }) => {
  it("is public, and the same for everybody", async () => {
    const asked = await graph.run(text, variables);
    expect({ status: asked.status, errors: asked.errors }).toEqual({ status: 200, errors: undefined });
    for (const [, claims] of everybody) expect(await graph.run(text, variables, claims)).toEqual(asked);
  });
});

describe("one record, by every way through the gateway", () => {
  const association = "demo:la";
  const ways = {
    root: '{ person(id: "demo:person-00001") { fullName } }',
    list: '{ people(union: "demo", first: 1) { totalCount nodes { fullName } } }',
    "list of all unions": "{ people(first: 1) { totalCount nodes { fullName } } }",
    parent: `{ friendshipAssociation(id: "${association}") { memberships(first: 1) { totalCount nodes { person { fullName } } } } }`,
  };
  const reached = async (claims?: DevelopmentClaims) => {
    const texts = Object.entries(ways).map(async ([way, query]) => [way, JSON.stringify(await graph.run(query, {}, claims))] as const);
    return (await Promise.all(texts)).filter(([, text]) => /"fullName":"/.test(text)).map(([way]) => way);
  };

  it("is seen by an officer of its division and union", async () => expect(await reached({ role: "officer", divisions: ["associations"], unions: ["demo"] })).toEqual(Object.keys(ways)));

  it("is seen by no officer of another union or division, no viewer and no visitor", async () => {
    expect(await reached({ role: "officer", divisions: ["associations"], unions: ["dong-nai"] })).toEqual([]);
    expect(await reached({ role: "officer", divisions: ["ngo-aid"], unions: ["demo"] })).toEqual([]);
    expect(await reached({ role: "viewer", unions: ["demo"] })).toEqual([]);
    expect(await reached()).toEqual([]);
  });
});

describe("the unions below", () => {
  it("are reached by the officer of the union above, unless the token says exactly", async () => {
    const query = '{ friendshipAssociation(id: "dong-nai:la") { memberships { totalCount } } }';
    const below: DevelopmentClaims = { role: "officer", divisions: ["associations"], unions: ["vufo"] };
    expect(await graph.run(query, {}, below)).toMatchObject({ data: { friendshipAssociation: { memberships: { totalCount: expect.any(Number) } } } });
    expect(await graph.run(query, {}, { ...below, exactly: true })).toMatchObject({ data: { friendshipAssociation: { memberships: null } }, errors: [{ extensions: { code: "FORBIDDEN" } }] });
    expect(await graph.run(query, {}, { ...below, unions: ["vinh-phuc"] })).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
  });
});

describe("a forged identity", () => {
  it("in a client's own headers is as no identity", async () => {
    const forged = { "x-huu-nghi-viewer": Buffer.from(JSON.stringify({ id: "me", grants: [{ role: "admin", unions: ["*"] }] })).toString("base64url"), "x-huu-nghi-signature": "huu-nghi-1 key=x,time=1,nonce=1,hmac=1" };
    const { data, errors } = await ask(graph.url, "{ people { totalCount } associationsAccessLog { totalCount } }", {}, forged);
    expect(data).toEqual({ people: null, associationsAccessLog: null });
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(["UNAUTHENTICATED", "UNAUTHENTICATED"]);
  });

  it("sent straight to a subgraph gets no answer", async () => {
    for (const { url } of Object.values(graph.divisions)) expect(await ask(url, "{ __typename }")).toMatchObject({ status: 401, errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  });
});

it("writes an opening down under the id of the client's request", async () => {
  const officer: DevelopmentClaims = { role: "officer", divisions: ["associations"], unions: ["demo"], subject: "officer-of-demo" };
  const headers = { authorization: `Bearer ${await graph.token(officer)}`, "x-request-id": "opening-0001" };
  const { data } = await ask(graph.url, '{ person(id: "demo:person-00001") { phone(purpose: "To invite to the congress") } }', {}, headers);
  expect(data.person.phone).toMatch(/^\+84 000 \d{3} \d{3}$/);
  const log = await graph.run('{ associationsAccessLog(viewer: "officer-of-demo") { nodes { purpose requestId recordId fields } } }', {}, { role: "admin", unions: ["*"] });
  expect(log.data.associationsAccessLog.nodes).toEqual([{ purpose: "To invite to the congress", requestId: "opening-0001", recordId: "demo:person-00001", fields: ["phone"] }]);
});
