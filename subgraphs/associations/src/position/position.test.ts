import { openDatabase, readDataFiles } from "@huu-nghi/subgraph-kit";
import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { articlesAlone } from "../articles-alone.fixture";
import { associations } from "../associations";

type Viewer = typeof viewers.visitor;
const { visitor, viewer, officer, leader } = viewers;
const ofDongNai = officer("associations", "dong-nai");
const ofVinhPhuc = officer("associations", "vinh-phuc");

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
  await articlesAlone(division);
  const { writer, close } = await openDatabase(associations, division.urls);
  await writer.query(`
    insert into person (id, full_name) values ('tung', 'Lý Mẫu Tùng'), ('tri', 'Trí Mẫu');
    insert into membership (id, association_id, person_id, since) values ('tri-gb', 'vinh-phuc:gb', 'tri', '2016');
    insert into position_tenure (id, union_id, association_id, body_kind, body_name_en, title_en, role, holder_name, person_id, published, since, named_as_of, until) values
      ('first-president', 'vufo', null, 'OTHER', null, 'President', 'CHAIR', 'Nga Mẫu', null, true, null, '2022', null),
      ('second-president', 'vufo', null, 'OTHER', null, 'President', 'CHAIR', 'Sơn Mẫu', null, true, null, '2023', null),
      ('chair', 'dong-nai', null, 'EXECUTIVE_COMMITTEE', null, 'Chairman', 'CHAIR', 'Trí Mẫu', 'tri', true, '2019', null, '2024-02'),
      ('head', 'dong-nai', null, 'OFFICE', 'Division of NGO Affairs', 'Deputy Head of Division', 'DEPUTY_HEAD', 'Tùng', 'tung', false, '2020-03', null, null),
      ('of-laos', null, 'dong-nai:la', 'EXECUTIVE_COMMITTEE', null, 'Chair', 'CHAIR', 'Lan Mẫu', null, true, '2018', null, '2023'),
      ('of-britain', null, 'vinh-phuc:gb', 'SECRETARIAT', null, 'Member', 'MEMBER', 'Trí Mẫu', 'tri', false, '2018', null, null)`);
  await close();
});
afterAll(() => division[Symbol.asyncDispose]());

const asked = async (query: string, who: Viewer, variables: Record<string, unknown> = {}) => {
  const { data, errors = [] } = await division.run(query, variables, who);
  return { data, codes: errors.map(({ extensions: { code } }) => code), text: JSON.stringify({ data, errors }) };
};
const held = async (args: string, who: Viewer = visitor) => {
  const { data, codes } = await asked(`{ positions(${args}) { totalCount nodes { id } } }`, who);
  return codes.length > 0 ? codes : (data.positions.nodes as { id: string }[]).map(({ id }) => id);
};

describe("who held which position on a day", () => {
  it.each([
    ['association: "dong-nai:la", asOf: "2021-04-01", role: CHAIR', ["of-laos"]], ['association: "dong-nai:la", asOf: "2018-04-01"', []], ['association: "dong-nai:la", asOf: "2024-01-01"', []],
    ['union: "dong-nai", asOf: "2021-04-01"', ["of-laos", "chair"]], ['union: "dong-nai", asOf: "2021-04-01", body: OFFICE', []], ['union: "dong-nai"', []],
    ['union: "vufo", asOf: "2023-06-01"', ["first-president"]], ['union: "vufo", asOf: "2024-06-01"', ["second-president"]],
    ['union: "vufo", includeDescendants: true, asOf: "2022-12-31"', ["of-laos", "first-president", "chair"]], ['text: "mau lan", asOf: "2021-04-01"', ["of-laos"]], ['text: "president", asOf: "2024-06-01"', ["second-president"]],
  ])("is told to everybody by %s", async (args, ids) => expect(await held(args)).toEqual(ids));

  it("holds what is not published for officers of the union only", async () => {
    expect(await held('union: "dong-nai", asOf: "2021-04-01"', ofDongNai)).toEqual(["of-laos", "chair", "head"]);
    for (const who of [viewer("dong-nai"), ofVinhPhuc]) expect(await held('union: "dong-nai", asOf: "2021-04-01"', who)).toEqual(["of-laos", "chair"]);
    expect(await held('asOf: "2021-04-01", role: DEPUTY_HEAD', leader())).toEqual(["head"]);
  });

  it("has those of a demo where it is named", async () => {
    expect(await held("first: 100")).toEqual(["second-president"]);
    expect(await held('union: "demo", role: CHAIR, asOf: "2024-01-01"')).toHaveLength(11);
    expect(await held('union: "demo", first: 100, asOf: "2024-01-01"', officer("associations", "demo"))).toHaveLength(39);
  });

  it.each(["first: 0", 'asOf: "2020-02-30"', "role: KING"])("refuses %s", async args => expect(await held(args)).toEqual([expect.stringMatching(/BAD_USER_INPUT|VALIDATION/)]));

  it("hangs on its union, its association and its person", async () => {
    const { data } = await asked('{ union(id: "dong-nai") { positions(asOf: "2021-04-01") { nodes { id } } } friendshipAssociation(id: "dong-nai:la") { positions(asOf: "2021-04-01") { nodes { holderName bodyName { en } } } } }', ofDongNai);
    expect(data).toEqual({ union: { positions: { nodes: [{ id: "chair" }, { id: "head" }] } }, friendshipAssociation: { positions: { nodes: [{ holderName: "Lan Mẫu", bodyName: null }] } } });
    expect((await asked('{ person(id: "tri") { positions { nodes { id } } } }', ofVinhPhuc)).data).toEqual({ person: { positions: { nodes: [{ id: "of-britain" }] } } });
  });

  it("takes as many statements for ten associations as for two", async () => {
    const query = 'query ($first: Int) { friendshipAssociations(union: "demo", first: $first) { nodes { positions(asOf: "2024-01-01") { totalCount nodes { holderName union { id } association { id } person { id } } } } } }';
    const statements = (first: number) => division.statements(() => division.run(query, { first }, officer("associations", "demo")));
    const [two, ten] = [await statements(2), await statements(10)];
    expect(ten).toHaveLength(two.length);
  });
});

describe("a position", () => {
  const one = '{ position(id: "chair") { title { vi en } role bodyKind holderName since until published union { id } association { id } person { fullName } } }';
  const seen = { title: { vi: "Chairman", en: "Chairman" }, role: "CHAIR", bodyKind: "EXECUTIVE_COMMITTEE", holderName: "Trí Mẫu", since: "2019", until: "2024-02", published: true, union: { id: "dong-nai" }, association: null };

  it("that was published is everybody's, and the person behind it its officers'", async () => {
    expect(await asked(one, visitor)).toMatchObject({ data: { position: { ...seen, person: null } }, codes: ["UNAUTHENTICATED"] });
    // An officer of another union of the same person does not learn that it is the same.
    expect(await asked(one, ofVinhPhuc)).toMatchObject({ data: { position: { ...seen, person: null } }, codes: ["FORBIDDEN"] });
    expect(await asked(one, ofDongNai)).toMatchObject({ data: { position: { ...seen, person: { fullName: "Trí Mẫu" } } }, codes: [] });
  });

  it.each([["a visitor", visitor], ["a viewer of the union", viewer("dong-nai")], ["an officer of another union", ofVinhPhuc]])("that was not published is not there for %s, by root and by reference", async (_who, who) => {
    const { data, text } = await asked('query ($of: [_Any!]!) { position(id: "head") { holderName } _entities(representations: $of) { ... on Position { holderName } } }', who, { of: [{ __typename: "Position", id: "head" }] });
    expect(data).toEqual({ position: null, _entities: [null] });
    expect(text).not.toContain("Tùng");
  });
});

describe("an office for one person at a time", () => {
  const change = changesOf(() => division, ofDongNai);
  const chair = (since: string, more: object = {}, holderName = "Mẫu") =>
    change("createPosition", { position: { association: "dong-nai:th", title: { vi: "Chủ tịch" }, role: "CHAIR", bodyKind: "EXECUTIVE_COMMITTEE", published: true, since, ...more }, holderName }, "id version acting");
  const taken = { changed: null, refused: [["CONFLICT", ["role", "since"]]] };
  const holders = async (asOf: string, who: Viewer = visitor, of = "dong-nai:th") => (await asked(`{ positions(association: "${of}", asOf: "${asOf}") { nodes { holderName acting } } }`, who)).data.positions.nodes.map(({ holderName, acting }: { holderName: string; acting: boolean }) => (acting ? `${holderName} (acting)` : holderName));

  it("has no second holder at that time, and says who has to end first", async () => {
    const { changed: first } = await chair("2019", {}, "Người Thứ Nhất");
    const second = await chair("2021-05");
    expect(second).toMatchObject(taken);
    expect(second.text).toContain(`${first.id}. End that one first with endPosition`);
    expect(second.text).not.toContain("Người Thứ Nhất");
    // On the day on which it passes on, in another body, beside others, or named as of a day only.
    expect((await change("endPosition", { id: first.id, version: 1, on: "2021-05", reason: "A test" })).refused).toEqual([]);
    for (const made of [await chair("2021-05"), await chair("2021-05", { bodyName: { vi: "Ban mẫu" } }), await chair("2021-05", { role: "VICE_CHAIR" }), await chair("2021-05", { role: "VICE_CHAIR" })]) expect(made.refused).toEqual([]);
    expect((await change("createPosition", { position: { association: "dong-nai:th", title: { vi: "Chủ tịch" }, role: "CHAIR", bodyKind: "EXECUTIVE_COMMITTEE", namedAsOf: "2023" }, holderName: "Mẫu" })).refused).toEqual([]);
    for (const more of [{}, { until: "2022" }]) expect(await chair("2018", more)).toMatchObject(taken);
    expect(await change("correctPosition", { id: first.id, version: 2, until: null, reason: "A test" })).toMatchObject(taken);
    expect((await change("correctPosition", { id: first.id, version: 2, holderName: "Tên Khác", reason: "A test" })).refused).toEqual([]);
  });

  it("has one when several are written down at once", async () => {
    const answers = await Promise.all(["2017", "2018", "2019", "2020"].map(since => chair(since, { association: "dong-nai:jp" })));
    expect(answers.flatMap(({ refused }) => refused)).toEqual([1, 2, 3].flatMap(() => taken.refused));
  });

  it("has somebody acting beside the holder, who counts then and afterwards, until the next one", async () => {
    await chair("2019", { association: "dong-nai:kh" }, "A");
    expect((await chair("2022-01", { association: "dong-nai:kh", acting: true, until: "2022-06" }, "B")).changed).toMatchObject({ acting: true });
    await change("createPosition", { position: { association: "dong-nai:kh", title: { vi: "Chủ tịch" }, role: "CHAIR", bodyKind: "EXECUTIVE_COMMITTEE", published: true, namedAsOf: "2024-06-01" }, holderName: "C" });
    expect(await chair("2022-03", { association: "dong-nai:kh", acting: true })).toMatchObject(taken);
    const asOf = ["2021-12-31", "2022-03-01", "2023-01-01", "2024-06-01"];
    expect(await Promise.all(asOf.map(day => holders(day, visitor, "dong-nai:kh")))).toEqual([["A"], ["A", "B (acting)"], ["A"], ["C"]]);
  });

  it("shows who was published as its holder, whoever follows unseen", async () => {
    const { changed: first } = await chair("2019", { association: "dong-nai:kr" }, "A");
    await change("createPosition", { position: { association: "dong-nai:kr", title: { vi: "Chủ tịch" }, role: "CHAIR", bodyKind: "EXECUTIVE_COMMITTEE", namedAsOf: "2023-01-01" }, holderName: "Không Công Bố" });
    expect(await Promise.all([visitor, viewer("dong-nai"), ofVinhPhuc, ofDongNai].map(who => holders("2024-01-01", who, "dong-nai:kr")))).toEqual([["A"], ["A"], ["A"], ["Không Công Bố"]]);
    await change("endPosition", { id: first.id, version: 1, on: "2022-12-31", reason: "A test" });
    expect(await holders("2024-01-01", visitor, "dong-nai:kr")).toEqual([]);
  });
});

it("with which a person becomes known makes it one of that union", async () => {
  const position = { union: "dong-nai", title: { vi: "Chuyên viên" }, role: "OTHER", bodyKind: "OFFICE", since: "2024" };
  const create = 'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id memberships { totalCount } positions { nodes { holderName published since } } } } }';
  const { data } = await asked(create, ofDongNai, { input: { idempotencyKey: "staff", fullName: "Nhân Mẫu", position } });
  expect(data.createPerson.person).toMatchObject({ memberships: { totalCount: 0 }, positions: { nodes: [{ holderName: "Nhân Mẫu", published: false, since: "2024" }] } });
  expect((await asked(create, ofVinhPhuc, { input: { idempotencyKey: "staff", fullName: "Nhân Mẫu", position } })).codes).toEqual(["FORBIDDEN"]);
});

it("is read from data files with a name, and with what is missing told", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "positions-"));
  mkdirSync(path.join(folder, "data"));
  const file = (text: string) => {
    writeFileSync(path.join(folder, "data", "a.yaml"), text);
    return readDataFiles(folder, associations.records);
  };
  const good = "source: s\npositions:\n  - { id: a, union: vufo, holder: Nga, title: { en: President }, role: CHAIR, bodyKind: OTHER, namedAsOf: \"2022\" }\npeople:\n  - { id: b, fullName: Nga }\norganisations:\n  - { id: c, union: vufo, name: { vi: Trường }, kind: SCHOOL }\n";
  expect(file(good).entries.map(({ kind, rows }) => [kind.section, rows[0]?.row["published"] ?? null])).toEqual(expect.arrayContaining([["positions", true], ["people", null], ["organisations", true]]));
  expect(() => file("source: s\npositions:\n  - { id: a, holder: Nga, title: { en: President }, role: CHAIR, bodyKind: OTHER }\n")).toThrow(/a position is in a union or in an association[^]*say when it began/);
});
