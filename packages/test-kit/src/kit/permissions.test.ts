import type { Viewer } from "@huu-nghi/identity";
import { defineDivision } from "@huu-nghi/subgraph-kit";
import { testSubgraph, type TestSubgraph } from "../subgraph";
import { withClient } from "../test-server";
import { viewers } from "../viewers";
import { readers } from "./library-readers.fixture";

const lending = defineDivision({ name: "lending", folder: __dirname, domains: [readers] });

let test: TestSubgraph;
beforeAll(async () => {
  test = await testSubgraph(lending);
  await withClient(test.urls.writer, client =>
    client.query(`insert into reader (id, full_name, phone, email, union_id) values
      ('lan', 'Lan of Hue', '+84 000 456 123', 'lan@hue.example', 'hue'), ('minh', 'Minh of Vinh', '0000 456 789', null, 'vinh')`),
  );
});
afterAll(() => test[Symbol.asyncDispose]());

const { visitor, stranger, viewer, officer, leader, admin } = viewers;
const ofHue = officer("lending", "hue");
const ofVinh = officer("lending", "vinh");
const elsewhere = officer("associations", "hue");

const entity = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Reader { fullName } ... on Town { readers { totalCount nodes { fullName } } } } }`;
const lan = { of: [{ __typename: "Reader", id: "lan" }] };
const hue = { of: [{ __typename: "Town", id: "hue" }] };

/** The ways to Lan's record, and what each gives to who may see it. */
const ways: [string, string, object, object][] = [
  ["the root field", '{ reader(id: "lan") { fullName } }', {}, { reader: { fullName: "Lan of Hue" } }],
  ["its reference", entity, lan, { _entities: [{ fullName: "Lan of Hue" }] }],
  ["its parent", entity, hue, { _entities: [{ readers: { totalCount: 1, nodes: [{ fullName: "Lan of Hue" }] } }] }],
  ["a list of a union", '{ readers(union: "hue") { totalCount edges { node { fullName } } } }', {}, { readers: { totalCount: 1, edges: [{ node: { fullName: "Lan of Hue" } }] } }],
];

const asked = async (query: string, variables: object, who: Viewer) => {
  const { data, errors = [] } = await test.run(query, variables as Record<string, unknown>, who);
  return { data, codes: errors.map(({ extensions: { code } }) => code), text: JSON.stringify({ data, errors }) };
};

describe.each(ways)("one record by %s", (_name, query, variables, whole) => {
  it.each([["an officer of its union", ofHue], ["a leader of all", leader()], ["a leader of its union", leader("hue")], ["an administrator", admin()]])("is seen by %s", async (_who, who) =>
    expect(await asked(query, variables, who)).toMatchObject({ data: whole, codes: [] }));

  it.each([["an officer of another union", ofVinh], ["a leader of another union", leader("vinh")], ["an officer of another division", elsewhere], ["a viewer of its union", viewer("hue")], ["a viewer of no union", stranger], ["a visitor", visitor]])(
    "is not seen by %s",
    async (_who, who) => {
      const { text } = await asked(query, variables, who);
      expect(text).not.toMatch(/Lan/);
      expect(text).not.toMatch(/totalCount":\s*[1-9]/);
    },
  );
});

describe("a refusal", () => {
  it("is null for a record whose existence is private, exactly as for one that does not exist", async () => {
    for (const id of ["lan", "nobody"]) expect(await asked(`{ reader(id: "${id}") { fullName } }`, {}, ofVinh)).toMatchObject({ data: { reader: null }, codes: [] });
    expect(await asked(entity, lan, ofVinh)).toMatchObject({ data: { _entities: [null] }, codes: [] });
  });

  it("says UNAUTHENTICATED without a token, FORBIDDEN with one that does not suffice, and the rest of the page stays", async () => {
    const page = '{ reader(id: "lan") { fullName } __typename }';
    expect(await asked(page, {}, visitor)).toMatchObject({ data: { reader: null, __typename: "Query" }, codes: ["UNAUTHENTICATED"] });
    expect(await asked(page, {}, stranger)).toMatchObject({ data: { reader: null, __typename: "Query" }, codes: ["FORBIDDEN"] });
    expect(await asked('{ readers(union: "hue") { totalCount } }', {}, ofVinh)).toMatchObject({ data: { readers: null }, codes: ["FORBIDDEN"] });
  });

  it("meets whoever asks for what nobody declared", async () => {
    expect(await asked("{ undeclared }", {}, leader())).toMatchObject({ data: { undeclared: null }, codes: ["FORBIDDEN"] });
    expect(await asked("{ undeclared }", {}, admin())).toMatchObject({ data: { undeclared: 1 } });
  });

  it("meets an officer where leaders are asked for", async () => {
    expect(await asked("{ forLeaders }", {}, ofHue)).toMatchObject({ codes: ["FORBIDDEN"] });
    expect(await asked("{ forLeaders }", {}, leader("hue"))).toMatchObject({ data: { forLeaders: 2 } });
  });
});

describe("a list without a union", () => {
  it("holds what the roles reach", async () => {
    const names = async (who: Viewer) => ((await asked("{ readers { nodes { fullName } } }", {}, who)).data as { readers: { nodes: { fullName: string }[] } }).readers.nodes.map(each => each.fullName);
    expect(await names(ofHue)).toEqual(["Lan of Hue"]);
    expect(await names(officer("lending", "hue", "vinh"))).toEqual(["Lan of Hue", "Minh of Vinh"]);
    expect(await names(officer("lending"))).toEqual([]);
    expect(await names(leader())).toHaveLength(2);
  });
});

describe("a resolver that forgot to ask", () => {
  it("still gives no record that the viewer may not see", async () => {
    expect(await asked("{ carelessReaders { fullName } }", {}, visitor)).toMatchObject({ data: { carelessReaders: null }, codes: ["UNAUTHENTICATED"] });
    expect(await asked("{ carelessReaders { fullName } }", {}, ofVinh)).toMatchObject({ data: { carelessReaders: [{ fullName: "Minh of Vinh" }] } });
    expect(await asked("{ carelessReaderPage { nodes { fullName } } }", {}, ofVinh)).toMatchObject({ data: { carelessReaderPage: { nodes: [{ fullName: "Minh of Vinh" }] } } });
    expect((await asked("{ carelessReaderPage { edges { node { fullName } } } }", {}, ofVinh)).text).not.toMatch(/Lan/);
    expect(await asked("{ carelessReaderPage { totalCount } }", {}, stranger)).toMatchObject({ data: { carelessReaderPage: null }, codes: ["FORBIDDEN"] });
  });
});

it("a reference that is refused beside one of no known type leaves no promise that nobody holds", async () => {
  const unheld: unknown[] = [];
  const hear = (error: unknown) => void unheld.push(error);
  process.on("unhandledRejection", hear);
  try {
    const { data, errors } = await test.run("query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }", { of: [{ __typename: "Reader", id: "lan" }, { __typename: "Nope", id: "1" }] }, stranger);
    expect({ data, codes: errors?.map(({ extensions: { code } }) => code) }).toEqual({ data: null, codes: ["INTERNAL_SERVER_ERROR"] });
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(unheld).toEqual([]);
  } finally {
    process.off("unhandledRejection", hear);
  }
});
