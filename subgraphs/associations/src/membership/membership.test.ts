import { openDatabase } from "@huu-nghi/subgraph-kit";
import { testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
  const { writer, close } = await openDatabase(associations, division.urls);
  await writer.query("insert into person (id, full_name) values ('lan', 'Đông Mẫu Lan'), ('minh', 'Dung Mẫu Minh'), ('hoa', 'Ánh Mẫu Hoa')");
  await writer.query("insert into branch (id, association_id, name_vi, host_kind, since) values ('gb-school', 'vinh-phuc:gb', 'Chi hội mẫu', 'SCHOOL', '2015')");
  await writer.query(`insert into membership (id, association_id, branch_id, person_id, since, until) values
    ('lan-gb', 'vinh-phuc:gb', null, 'lan', '2015', '2017-06'), ('minh-gb', 'vinh-phuc:gb', 'gb-school', 'minh', '2016-03-08', null), ('hoa-gb', 'vinh-phuc:gb', null, 'hoa', '2018', null),
    ('hoa-la', 'dong-nai:la', null, 'hoa', '2017', null)`);
  await close();
});
afterAll(() => division[Symbol.asyncDispose]());

type Viewer = typeof viewers.visitor;
const { visitor, stranger, viewer, officer, leader, admin } = viewers;
const ofVinhPhuc = officer("associations", "vinh-phuc");

const asked = async (query: string, who: Viewer, variables: Record<string, unknown> = {}) => {
  const { data, errors = [] } = await division.run(query, variables, who);
  return { data, codes: errors.map(({ extensions: { code } }) => code), paths: errors.map(({ path }) => path?.join(".")), text: JSON.stringify({ data, errors }) };
};
const ofAssociation = (args: string, of = "totalCount nodes { id }") => `{ friendshipAssociation(id: "vinh-phuc:gb") { membershipCount${args} memberships${args} { ${of} } } }`;
const reference = (type: string, id: string, fields: string): [string, Record<string, unknown>] => [
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`,
  { of: [{ __typename: type, id }] },
];

describe("the memberships of an association", () => {
  it.each([
    ["", ["hoa-gb", "minh-gb"]],
    ['(asOf: "2017-06-30")', ["minh-gb", "lan-gb"]],
    ['(asOf: "2016-03-07")', ["lan-gb"]],
    ['(asOf: "2014-01-01")', []],
  ])("are those that stand on the day%s, newest first, as many as are counted", async (args, ids) => {
    const { friendshipAssociation } = (await asked(ofAssociation(args), viewer("vinh-phuc"))).data;
    // Before the first one that is known, nobody says that there were none.
    expect(friendshipAssociation).toEqual({ membershipCount: ids.length === 0 ? null : ids.length, memberships: { totalCount: ids.length, nodes: ids.map(id => ({ id })) } });
  });

  it("say since when, until when and in which branch, and whose they are to officers", async () => {
    const { data, codes } = await asked(ofAssociation('(asOf: "2017-01-01")', "nodes { since until branch { id name { vi } } association { id union { id } } person { fullName } }"), ofVinhPhuc);
    const association = { id: "vinh-phuc:gb", union: { id: "vinh-phuc" } };
    expect({ codes, nodes: data.friendshipAssociation.memberships.nodes }).toEqual({
      codes: [],
      nodes: [
        { since: "2016-03-08", until: null, branch: { id: "gb-school", name: { vi: "Chi hội mẫu" } }, association, person: { fullName: "Dung Mẫu Minh" } },
        { since: "2015", until: "2017-06", branch: null, association, person: { fullName: "Đông Mẫu Lan" } },
      ],
    });
  });

  it.each([["a viewer", viewer("vinh-phuc")], ["an officer of another division", officer("ngo-aid", "vinh-phuc")]])("say to %s of the union not whose they are, and the rest stays", async (_who, who) => {
    const { data, codes, paths, text } = await asked(ofAssociation("", "nodes { id person { fullName } }"), who);
    expect(data.friendshipAssociation.memberships.nodes).toEqual([{ id: "hoa-gb", person: null }, { id: "minh-gb", person: null }]);
    expect(codes).toEqual(["FORBIDDEN", "FORBIDDEN"]);
    expect(paths).toContain("friendshipAssociation.memberships.nodes.0.person");
    expect(text).not.toMatch(/Mẫu/);
  });

  it.each([
    ["a visitor", visitor, "UNAUTHENTICATED"], ["a viewer of no union", stranger, "FORBIDDEN"], ["a viewer of another union", viewer("dong-nai"), "FORBIDDEN"],
    ["an officer of another union", officer("associations", "dong-nai"), "FORBIDDEN"], ["an officer of another division and union", officer("ngo-aid", "dong-nai"), "FORBIDDEN"],
    ["a leader of another union", leader("dong-nai"), "FORBIDDEN"],
  ])("are refused to %s by root and by reference, while the count stays public", async (_who, who, code) => {
    expect(await asked(ofAssociation(""), who)).toMatchObject({ data: { friendshipAssociation: { membershipCount: 2, memberships: null } }, codes: [code] });
    const [query, variables] = reference("FriendshipAssociation", "vinh-phuc:gb", "membershipCount memberships { totalCount nodes { id } }");
    expect(await asked(query, who, variables)).toMatchObject({ data: { _entities: [{ membershipCount: 2, memberships: null }] }, codes: [code] });
  });

  it.each(["(first: 0)", "(first: 101)", '(after: "garbled")'])("refuse %s", async args =>
    expect(await asked(`{ friendshipAssociation(id: "vinh-phuc:gb") { memberships${args} { totalCount } } }`, ofVinhPhuc)).toMatchObject({ codes: ["BAD_USER_INPUT"] }));

  it("are read page by page, each once", async () => {
    const query = "query ($after: String) { friendshipAssociation(id: \"vinh-phuc:gb\") { memberships(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }";
    const first = (await asked(query, ofVinhPhuc)).data.friendshipAssociation.memberships;
    const second = (await asked(query, ofVinhPhuc, { after: first.pageInfo.endCursor })).data.friendshipAssociation.memberships;
    expect([first, second].map(({ nodes }) => nodes)).toEqual([[{ id: "hoa-gb" }], [{ id: "minh-gb" }]]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it("take as many statements for a hundred of ten associations as for two of two", async () => {
    const query = `query ($first: Int) { friendshipAssociations(union: "demo", first: $first) { nodes { memberships(first: $first) {
      totalCount nodes { since association { id } branch { id } person { fullName phone memberships { totalCount } } } } } } }`;
    const statements = (first: number) => division.statements(() => division.run(query, { first }, officer("associations", "demo")));
    const [two, hundred] = [await statements(2), await statements(100)];
    expect(two.length).toBeGreaterThan(4);
    expect(hundred).toHaveLength(two.length);
  });
});

describe("one membership by its reference", () => {
  const one = (who: Viewer, id = "minh-gb") => {
    const [query, variables] = reference("Membership", id, "since association { id }");
    return asked(query, who, variables);
  };
  const seen = { data: { _entities: [{ since: "2016-03-08", association: { id: "vinh-phuc:gb" } }] }, codes: [] };

  it.each([["a viewer of the union", viewer("vinh-phuc")], ["an officer of the union", ofVinhPhuc], ["a leader of all", leader()], ["an administrator", admin("vinh-phuc")]])("is seen by %s", async (_who, who) =>
    expect(await one(who)).toMatchObject(seen));

  it.each([["a viewer of no union", stranger], ["a viewer of another union", viewer("dong-nai")], ["an officer of another union", officer("associations", "dong-nai")]])(
    "is null for %s, exactly as one that does not exist",
    async (_who, who) => {
      for (const id of ["minh-gb", "nothing"]) expect(await one(who, id)).toMatchObject({ data: { _entities: [null] }, codes: [] });
    },
  );

  it("is refused to a visitor", async () => expect(await one(visitor)).toMatchObject({ data: { _entities: [null] }, codes: ["UNAUTHENTICATED"] }));
});

describe("what figures count", () => {
  const records = async (who: Viewer) => {
    const { data } = await asked(
      `{ union(id: "demo") { annualReport(year: 2025) { associations { figures(codes: ["associations.people", "associations.memberships"]) { code records(first: 100) { totalCount nodes { kind id label { vi en } date value } } } } } } }`,
      who,
    );
    const figures = data.union.annualReport.associations.figures as { code: string; records: { totalCount: number; nodes: { kind: string; label: { en: string } }[] } }[];
    expect(JSON.stringify(data)).not.toMatch(/Person \d|@|\+84|mẫu/);
    return figures.map(({ code, records: { totalCount, nodes } }) => ({ code, totalCount, kinds: [...new Set(nodes.map(({ kind }) => kind))], labels: nodes.map(({ label }) => label.en) })).sort((a, b) => a.code.localeCompare(b.code));
  };
  const counted = (memberships: string[], people: string[]) => [
    { code: "associations.memberships", totalCount: 10_646, kinds: memberships },
    { code: "associations.people", totalCount: 10_000, kinds: people },
  ];

  it.each([
    ["a visitor", visitor, counted([], [])], ["a viewer of the union", viewer("demo"), counted(["Membership"], [])], ["an officer of another union", ofVinhPhuc, counted([], [])],
    ["an officer of the union", officer("associations", "demo"), counted(["Membership"], ["Person"])],
  ])("tells %s how many there are, and no more of each than the roles reach, by its association's name", async (_who, who, expected) => {
    const found = await records(who);
    expect(found).toMatchObject(expected);
    for (const label of found.flatMap(({ labels }) => labels)) expect(label).toMatch(/Friendship Association$/);
  });
});
