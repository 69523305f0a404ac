import { openDatabase } from "@huu-nghi/subgraph-kit";
import { testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
  const { writer, close } = await openDatabase(associations, division.urls);
  await writer.query(`insert into person (id, full_name) values
    ('lan', 'Đông Mẫu Lan'), ('minh', 'Dung Mẫu Minh'), ('hoa', 'Ánh Mẫu Hoa'), ('khai', 'Em Mẫu Khải')`);
  await writer.query(`insert into membership (id, association_id, person_id, since, until) values
    ('lan-la', 'dong-nai:la', 'lan', '2015', '2019'), ('lan-kh', 'dong-nai:kh', 'lan', '2016-05', '2018'),
    ('minh-gb', 'vinh-phuc:gb', 'minh', '2016', null),
    ('hoa-la', 'dong-nai:la', 'hoa', '2017', null), ('hoa-gb', 'vinh-phuc:gb', 'hoa', '2018-01-31', null)`);
  await close();
});
afterAll(() => division[Symbol.asyncDispose]());

type Viewer = typeof viewers.visitor;
const { visitor, stranger, viewer, officer, leader, admin } = viewers;
const ofDongNai = officer("associations", "dong-nai");
const ofVinhPhuc = officer("associations", "vinh-phuc");
const ofBoth = officer("associations", "dong-nai", "vinh-phuc");
/** Officer in one union, no more than a viewer in the other. */
const halfway: Viewer = { id: "halfway", grants: [...ofDongNai.grants, ...viewer("vinh-phuc").grants] };

const asked = async (query: string, who: Viewer, variables: object = {}) => {
  const { data, errors = [] } = await division.run(query, variables as Record<string, unknown>, who);
  return { data, codes: errors.map(({ extensions: { code } }) => code), text: JSON.stringify({ data, errors }) };
};

const entity = "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { fullName } ... on Membership { person { fullName } } ... on FriendshipAssociation { memberships { nodes { person { fullName } } } } } }";
const keyOf = (__typename: string, id: string) => ({ of: [{ __typename, id }] });
const minh = { fullName: "Dung Mẫu Minh" };
const everyMember = { memberships: { nodes: [{ person: { fullName: "Ánh Mẫu Hoa" } }, { person: minh }] } };
const found = { people: { totalCount: 1, nodes: [minh], edges: [{ node: minh }] } };
const list = (args: string) => `{ people(${args}) { totalCount nodes { fullName } edges { node { fullName } } } }`;

/** The ways to Minh's record, and what each gives to who may see it. */
const ways: [string, string, object, object][] = [
  ["the root field", '{ person(id: "minh") { fullName } }', {}, { person: minh }],
  ["the reference", entity, keyOf("Person", "minh"), { _entities: [minh] }],
  ["a membership", entity, keyOf("Membership", "minh-gb"), { _entities: [{ person: minh }] }],
  ["the association's memberships", '{ friendshipAssociation(id: "vinh-phuc:gb") { memberships { nodes { person { fullName } } } } }', {}, { friendshipAssociation: everyMember }],
  ["the association's reference", entity, keyOf("FriendshipAssociation", "vinh-phuc:gb"), { _entities: [everyMember] }],
  ["the list of a union", list('union: "vinh-phuc", text: "minh"'), {}, found],
  ["the list of an association", list('association: "vinh-phuc:gb", text: "minh"'), {}, found],
  ["the list of all", list('text: "minh"'), {}, found],
];

describe.each(ways)("a person by %s", (_way, query, variables, whole) => {
  it.each([
    ["an officer of the union", ofVinhPhuc], ["an officer of both unions", ofBoth], ["a leader of all", leader()], ["a leader of the union", leader("vinh-phuc")],
    ["an administrator", admin()],
  ])("is seen by %s", async (_who, who) => expect(await asked(query, who, variables)).toMatchObject({ data: whole, codes: [] }));

  it.each([
    ["a visitor", visitor], ["a viewer of no union", stranger], ["a viewer of the union", viewer("vinh-phuc")], ["an officer of another union", ofDongNai],
    ["an officer of another division", officer("foreign-relations", "vinh-phuc")], ["an officer elsewhere who is a viewer of the union", halfway],
    ["an officer of no union", officer("associations")], ["a leader of another union", leader("dong-nai")],
  ])("is not seen by %s", async (_who, who) => {
    const { text } = await asked(query, who, variables);
    expect(text).not.toMatch(/Minh/);
    expect(text).not.toMatch(/totalCount":\s*[1-9]/);
  });
});

describe("a person", () => {
  const person = (id: string, who: Viewer) => asked("query ($id: ID!) { person(id: $id) { fullName } }", who, { id });

  it("out of reach is null, exactly as one that does not exist", async () => {
    for (const id of ["minh", "khai", "nobody", "", "minh' or ''='"]) expect(await person(id, ofDongNai)).toMatchObject({ data: { person: null }, codes: [] });
    expect(await asked(entity, ofDongNai, { of: [...keyOf("Person", "minh").of, ...keyOf("Person", "nobody").of] })).toMatchObject({ data: { _entities: [null, null] }, codes: [] });
  });

  it("with an id that is no text is refused", async () => expect(await person("a\0b", ofDongNai)).toMatchObject({ codes: ["BAD_USER_INPUT"] }));

  it("is refused with UNAUTHENTICATED without a token, with FORBIDDEN by one that is no officer's here", async () => {
    expect(await person("minh", visitor)).toMatchObject({ data: { person: null }, codes: ["UNAUTHENTICATED"] });
    for (const who of [stranger, viewer("vinh-phuc"), officer("foreign-relations", "vinh-phuc")]) expect(await person("minh", who)).toMatchObject({ data: { person: null }, codes: ["FORBIDDEN"] });
  });

  it("without any membership is for those whose roles reach every union", async () => {
    expect(await person("khai", leader())).toMatchObject({ data: { person: { fullName: "Em Mẫu Khải" } } });
    expect(await person("khai", leader("dong-nai", "vinh-phuc", "vufo"))).toMatchObject({ data: { person: null }, codes: [] });
  });

  it("in two unions is seen by officers of both, each with the memberships of the own union", async () => {
    const query = '{ person(id: "hoa") { fullName memberships { totalCount nodes { id since until association { id } branch { id } person { fullName } } } } }';
    const membership = (id: string, since: string, association: string) => ({ id, since, until: null, association: { id: association }, branch: null, person: { fullName: "Ánh Mẫu Hoa" } });
    const [inLaos, inBritain] = [membership("hoa-la", "2017", "dong-nai:la"), membership("hoa-gb", "2018-01-31", "vinh-phuc:gb")];
    const seen = (...nodes: object[]) => ({ data: { person: { fullName: "Ánh Mẫu Hoa", memberships: { totalCount: nodes.length, nodes } } }, codes: [] });
    expect(await asked(query, ofDongNai)).toMatchObject(seen(inLaos));
    expect(await asked(query, ofVinhPhuc)).toMatchObject(seen(inBritain));
    expect(await asked(query, halfway)).toMatchObject(seen(inLaos));
    for (const who of [ofBoth, leader()]) expect(await asked(query, who)).toMatchObject(seen(inBritain, inLaos));
  });

  it("in two unions stays unknown as a member of the one where the viewer is no officer", async () => {
    const { data, codes } = await asked(entity, halfway, keyOf("Membership", "hoa-gb"));
    expect({ data, codes }).toEqual({ data: { _entities: [{ person: null }] }, codes: ["FORBIDDEN"] });
  });

  it("has the earlier memberships too, page by page", async () => {
    const first = await asked('{ person(id: "lan") { memberships(first: 1) { totalCount nodes { id until } pageInfo { hasNextPage endCursor } } } }', ofDongNai);
    const { totalCount, nodes, pageInfo } = first.data.person.memberships;
    expect({ totalCount, nodes, more: pageInfo.hasNextPage }).toEqual({ totalCount: 2, nodes: [{ id: "lan-kh", until: "2018" }], more: true });
    const second = await asked("query ($after: String) { person(id: \"lan\") { memberships(after: $after) { nodes { id } } } }", ofDongNai, { after: pageInfo.endCursor });
    expect(second.data.person.memberships.nodes).toEqual([{ id: "lan-la" }]);
    expect(await asked('{ person(id: "lan") { memberships(first: 0) { totalCount } } }', ofDongNai)).toMatchObject({ data: { person: { memberships: null } }, codes: ["BAD_USER_INPUT"] });
  });
});

describe("people", () => {
  const people = async (args: string, who: Viewer) => {
    const { data, codes } = await asked(`{ people${args} { totalCount nodes { id } } }`, who);
    return { codes, total: data.people?.totalCount as number | undefined, ids: (data.people?.nodes as { id: string }[] | undefined)?.map(({ id }) => id) };
  };

  it("without a union are those whom the roles reach, each once, in the order of their given names", async () => {
    expect(await people("", ofBoth)).toEqual({ codes: [], total: 3, ids: ["hoa", "lan", "minh"] });
    expect((await people("(order: FULL_NAME)", ofBoth)).ids).toEqual(["hoa", "minh", "lan"]);
    expect(await people("", ofDongNai)).toEqual({ codes: [], total: 2, ids: ["hoa", "lan"] });
    expect(await people("", halfway)).toEqual({ codes: [], total: 2, ids: ["hoa", "lan"] });
    expect(await people("", officer("associations"))).toEqual({ codes: [], total: 0, ids: [] });
  });

  it("made up for trying are in no list but where a union, an association or the viewer's roles name theirs", async () => {
    expect(await people("", leader())).toEqual({ codes: [], total: 4, ids: ["hoa", "khai", "lan", "minh"] });
    expect((await people('(union: "demo")', leader())).total).toBe(10_000);
    expect((await people("", leader("demo"))).total).toBe(10_000);
    expect((await people('(association: "demo:la")', leader())).total).toBeGreaterThan(2000);
  });

  it("of a union or an association are its members of any time", async () => {
    expect((await people('(union: "dong-nai")', ofBoth)).ids).toEqual(["hoa", "lan"]);
    expect((await people('(association: "dong-nai:kh")', ofBoth)).ids).toEqual(["lan"]);
    expect((await people('(union: "vinh-phuc", association: "dong-nai:kh")', ofBoth)).ids).toEqual([]);
    expect((await people('(union: "dong-nai", association: "dong-nai:la")', ofDongNai)).ids).toEqual(["hoa", "lan"]);
  });

  it.each([['(union: "vinh-phuc")'], ['(association: "vinh-phuc:gb")'], ['(union: "dong-nai", association: "vinh-phuc:gb")'], ['(union: "vinh-phuc", association: "dong-nai:la")'], ['(union: "nowhere")']])(
    "%s are refused to an officer of another union, and no total is told",
    async args => {
      for (const who of [ofDongNai, halfway]) expect(await people(args, who)).toEqual({ codes: ["FORBIDDEN"], total: undefined, ids: undefined });
      expect(await people(args, visitor)).toMatchObject({ codes: ["UNAUTHENTICATED"], total: undefined });
    },
  );

  it("who are made up have Vietnamese names, listed by the given one, and twenty are there twice", async () => {
    const { data, errors } = await division.run(
      '{ people(union: "demo", first: 1) { nodes { fullName } } duplicateCandidates(union: "demo", first: 100) { totalCount nodes { rules first { fullName } second { fullName } } } }',
      {}, officer("associations", "demo"),
    );
    expect(errors).toBeUndefined();
    expect(data.people.nodes[0].fullName).toMatch(/^Demo Person \d+ \p{L}+ (\p{L}+ )+An$/u);
    const { totalCount, nodes } = data.duplicateCandidates as { totalCount: number; nodes: { rules: string[]; first: { fullName: string }; second: { fullName: string } }[] };
    const rules = nodes.map(each => each.rules.join(" "));
    expect([totalCount, ...["SAME_IDENTITY_NUMBER SAME_PHONE", "SAME_IDENTITY_NUMBER", "SAME_NAME_AND_BIRTH_YEAR", "SAME_PHONE", "SAME_EMAIL"].map(each => rules.filter(rule => rule === each).length)]).toEqual([20, 4, 4, 4, 4, 4]);
    expect(nodes.map(({ first, second }) => [first.fullName, second.fullName])).toContainEqual(["Demo Person 4 Hoàng Thị Thu Nam", "Demo Person 4 Hoang Thi Thu Nam"]);
  });

  it("of an association that does not exist are refused, not none", async () => expect(await people('(association: "dong-nai:xx")', ofDongNai)).toMatchObject({ codes: ["BAD_USER_INPUT"], ids: undefined }));

  it("are found by a part of the name, without accents, and never beyond reach", async () => {
    const text = (of: string, who: Viewer) => people(`(text: ${JSON.stringify(of)})`, who);
    expect((await text("dong mau", ofDongNai)).ids).toEqual(["lan"]);
    expect((await text("Đông MẪU".normalize("NFD"), ofDongNai)).ids).toEqual(["lan"]);
    expect(await text("minh", ofDongNai)).toEqual({ codes: [], total: 0, ids: [] });
    expect(await text("mau", ofVinhPhuc)).toEqual({ codes: [], total: 2, ids: ["hoa", "minh"] });
    expect((await text("%", ofBoth)).ids).toEqual([]);
    expect((await text("  ", ofBoth)).total).toBe(3);
  });

  it.each(["first: 0", "first: 101", 'after: "garbled"'])("refuse %s", async args => expect((await people(`(${args})`, ofBoth)).codes).toEqual(["BAD_USER_INPUT"]));

  it("are read page by page, each once", async () => {
    const query = "query ($after: String) { people(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
    const first = (await asked(query, ofBoth)).data.people;
    const second = (await asked(query, ofBoth, { after: first.pageInfo.endCursor })).data.people;
    expect([first, second].map(({ nodes }) => nodes)).toEqual([[{ id: "hoa" }, { id: "lan" }], [{ id: "minh" }]]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it("take as many statements for a hundred as for two", async () => {
    const query = 'query ($first: Int) { people(union: "demo", first: $first) { totalCount nodes { fullName phone memberships { totalCount nodes { association { id } branch { id } person { id } } } } } }';
    const statements = (first: number) => division.statements(() => division.run(query, { first }, officer("associations", "demo")));
    const [two, hundred] = [await statements(2), await statements(100)];
    expect(two.length).toBeGreaterThan(3);
    expect(hundred).toHaveLength(two.length);
  });
});
