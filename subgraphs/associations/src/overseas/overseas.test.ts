import { openDatabase } from "@huu-nghi/subgraph-kit";
import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

const { visitor, viewer, officer, leader } = viewers;
const ofDongNai = officer("associations", "dong-nai");
type Viewer = typeof visitor;

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
  const { writer, close } = await openDatabase(associations, division.urls);
  await writer.query(`
    insert into person (id, full_name) values ('lan', 'Đông Mẫu Lan'), ('minh', 'Dung Mẫu Minh'), ('hoa', 'Ánh Mẫu Hoa'), ('khai', 'Em Mẫu Khải'), ('tam', 'Chi Mẫu Tâm');
    insert into membership (id, association_id, person_id, since, until) values
      ('lan-la', 'dong-nai:la', 'lan', '2010', null), ('lan-kh', 'dong-nai:kh', 'lan', '2010', null), ('minh-la', 'dong-nai:la', 'minh', '2012', '2020'), ('hoa-cz', 'vinh-phuc:cz-sk', 'hoa', '2012', null), ('khai-la', 'dong-nai:la', 'khai', '2013', null);
    insert into position_tenure (id, union_id, body_kind, title_vi, role, holder_name, person_id, since) values ('tam-office', 'vinh-phuc', 'OFFICE', 'Chuyên viên', 'OTHER', 'Chi Mẫu Tâm', 'tam', '2019');
    insert into residence_abroad (id, person_id, country_code, since, until, returned) values
      ('lan-1', 'lan', 'CZ', '1985', '2008', true), ('lan-2', 'lan', 'DE', '2014-03', null, false), ('minh-1', 'minh', 'CZ', '2005', null, false), ('hoa-1', 'hoa', 'SK', '1990', '2016-05', true), ('khai-1', 'khai', 'PL', '2000', '2018', false), ('tam-1', 'tam', 'JP', '2009', '2012', true);
    insert into source (id, title) values ('a-report', 'A report');
    insert into overseas_number (id, union_id, country_code, people, stated_as_of, number, qualifier, as_printed, source_id) values
      ('n1', 'dong-nai', 'US', 'PEOPLE_ABROAD', '2015', 1000, 'ABOUT', 'about 1,000', 'a-report'), ('n2', 'dong-nai', 'CZ', 'RETURNEES', '2019', 30, 'EXACT', '30', 'a-report'), ('n3', 'dong-nai', null, 'RETURNEES', '2018', 99, 'EXACT', '99', 'a-report');
  `);
  await close();
});
afterAll(() => division[Symbol.asyncDispose]());

const asked = async (query: string, who: Viewer = visitor, variables: Record<string, unknown> = {}) => {
  const { data, errors = [] } = await division.run(query, variables, who);
  return { data, codes: errors.map(({ extensions: { code, argument } }) => (argument ? `${String(code)} ${String(argument)}` : code)) };
};
const counted = async (args: string) => {
  const { data } = await asked(`{ overseasVietnamese(${args}) { membersAbroad returnees countries { totalCount nodes { country { code } membersAbroad returnees } } } }`);
  const { membersAbroad, returnees, countries } = data.overseasVietnamese;
  const nodes = countries.nodes as { country: { code: string }; membersAbroad: number | null; returnees: number | null }[];
  expect(countries.totalCount).toBe(nodes.length);
  return [membersAbroad, returnees, ...nodes.map(({ country: { code }, ...counts }) => `${code} ${counts.membersAbroad} ${counts.returnees}`)];
};

describe("overseas Vietnamese", () => {
  it.each([
    // Lan came back in 2008 and became a member in 2010.
    ['union: "dong-nai", asOf: "2011-06-30"', [0, 1, "CZ 0 1"]],
    ['union: "dong-nai", asOf: "2013-01-01"', [1, 1, "CZ 1 1"]],
    // She went to Germany in 2014, and is no returnee any more.
    ['union: "dong-nai", asOf: "2016-01-01"', [3, 0, "CZ 1 0", "DE 1 0", "PL 1 0", "US null null"]],
    // Minh left the association; Khai went elsewhere, and did not return.
    ['union: "dong-nai", asOf: "2021-01-01"', [1, 0, "DE 1 0", "CZ 0 0", "PL 0 0", "US null null"]],
    ['union: "vinh-phuc", asOf: "2016-05-31"', [1, 0, "SK 1 0"]],
    ['union: "vinh-phuc", asOf: "2016-06-01"', [0, 1, "SK 0 1"]],
    ['union: "vufo", asOf: "2016-01-01"', [null, null]],
    ['union: "vufo", includeDescendants: true, asOf: "2016-06-01"', [3, 1, "CZ 1 0", "DE 1 0", "PL 1 0", "SK 0 1", "US null null"]],
    ['asOf: "2016-06-01"', [3, 1, "CZ 1 0", "DE 1 0", "PL 1 0", "SK 0 1", "US null null"]],
  ])("of %s are members on the day, each once, by country", async (args, expected) => expect(await counted(args)).toEqual(expected));

  it("of whom sources give only numbers are shown beside, newest first, and never added up", async () => {
    const { data } = await asked(`{ overseasVietnamese(union: "dong-nai", asOf: "2019-12-31") {
      reported { totalCount nodes { people country { code } number qualifier statedAsOf asPrinted source { title } union { id } } } countries { nodes { country { code } reported { nodes { id } } } } } }`);
    const { reported, countries } = data.overseasVietnamese;
    expect(reported.nodes.map(({ number }: { number: number }) => number)).toEqual([30, 99, 1000]);
    expect(reported.nodes[2]).toEqual({ people: "PEOPLE_ABROAD", country: { code: "US" }, number: 1000, qualifier: "ABOUT", statedAsOf: "2015", asPrinted: "about 1,000", source: { title: "A report" }, union: { id: "dong-nai" } });
    expect(countries.nodes).toContainEqual({ country: { code: "US" }, reported: { nodes: [{ id: "n1" }] } });
    expect(countries.nodes).toContainEqual({ country: { code: "DE" }, reported: { nodes: [] } });
    expect((await asked('{ overseasVietnamese(union: "dong-nai", asOf: "2015-12-30") { reported { totalCount } } one: overseasNumber(id: "n3") { country { code } number } }')).data).toEqual({ overseasVietnamese: { reported: { totalCount: 0 } }, one: { country: null, number: 99 } });
  });

  it.each(["countries(first: 0)", "reported(first: 101)"])("refuse %s", async page =>
    expect((await asked(`{ overseasVietnamese { ${page} { totalCount } } }`)).codes).toEqual(["BAD_USER_INPUT first"]));

  it("stand in the annual report, whose records are people for officers only", async () => {
    const query = `{ union(id: "dong-nai") { annualReport(year: 2016) { associations { abroad: figure(code: "associations.membersAbroad") { value records { totalCount nodes { kind id } } } back: figure(code: "associations.returnees") { value } } } } }`;
    const { abroad, back } = (await asked(query)).data.union.annualReport.associations;
    expect([abroad.value, abroad.records, back.value]).toEqual(["3", { totalCount: 3, nodes: [] }, null]);
    const shown = (await asked(query, ofDongNai)).data.union.annualReport.associations.abroad.records.nodes as { id: string }[];
    expect(shown.map(({ id }) => id).sort()).toEqual(["khai", "lan", "minh"]);
  });

  it("are in the demo, some abroad and some back", async () => {
    const [abroad, back] = await counted('union: "demo", asOf: "2025-12-31"');
    expect([Number(abroad) > 100, Number(back) > 50]).toEqual([true, true]);
  });
});

describe("residences abroad", () => {
  const list = (args: string, who: Viewer) => asked(`{ residencesAbroad(${args}) { totalCount nodes { id country { code } person { fullName } since until returned } } }`, who);

  it("are listed for officers of their people's unions", async () => {
    const { data, codes } = await list('union: "dong-nai", asOf: "2016-01-01"', ofDongNai);
    expect(codes).toEqual([]);
    expect(data.residencesAbroad.nodes.map(({ id }: { id: string }) => id)).toEqual(["lan-2", "minh-1", "khai-1"]);
    expect(data.residencesAbroad.nodes[0]).toEqual({ id: "lan-2", country: { code: "DE" }, person: { fullName: "Đông Mẫu Lan" }, since: "2014-03", until: null, returned: false });
    expect((await list('country: "CZ", first: 10', ofDongNai)).data.residencesAbroad.totalCount).toBe(2);
    expect((await list('union: "vufo", includeDescendants: true', leader())).data.residencesAbroad.totalCount).toBe(6);
    expect((await list("first: 10", ofDongNai)).data.residencesAbroad.totalCount).toBe(4);
  });

  it("are for nobody else, by no way", async () => {
    for (const who of [visitor, viewer("dong-nai"), officer("associations", "vinh-phuc")]) {
      expect((await list('union: "dong-nai"', who)).data.residencesAbroad).toBeNull();
      expect((await asked('query ($of: [_Any!]!) { _entities(representations: $of) { ... on ResidenceAbroad { since } } }', who, { of: [{ __typename: "ResidenceAbroad", id: "lan-2" }] })).data._entities).toEqual([null]);
    }
    // Of a member there, and of one who has a position in the union.
    expect((await list("first: 10", officer("associations", "vinh-phuc"))).data.residencesAbroad.nodes.map(({ id }: { id: string }) => id)).toEqual(["tam-1", "hoa-1"]);
  });

  it("hang on their person", async () =>
    expect((await asked('{ person(id: "lan") { residencesAbroad { nodes { id history { totalCount } } } } }', ofDongNai)).data.person.residencesAbroad.nodes).toMatchObject([{ id: "lan-2" }, { id: "lan-1" }]));

  const change = changesOf(() => division, ofDongNai);

  it("do not overlap, and end once", async () => {
    const made = (input: object) => change("createResidenceAbroad", { person: "khai", country: "FR", ...input }, "id version until returned");
    expect(await made({ since: "2017", until: "2019" })).toMatchObject({ changed: null, refused: [["BAD_USER_INPUT", "since"]] });
    const { changed } = await made({ since: "2019" });
    expect(await made({ since: "2021" })).toMatchObject({ refused: [["BAD_USER_INPUT", "since"]] });
    const end = (version: number) => change("endResidenceAbroad", { id: changed.id, version, on: "2022", returned: true, reason: "Came back" }, "until returned");
    expect((await end(1)).changed).toEqual({ until: "2022", returned: true });
    expect(await end(2)).toMatchObject({ changed: null, refused: [["CONFLICT", undefined]] });
  });

  it("of a reported number are kept once from a source", async () => {
    const made = (who: Viewer) => change("createOverseasNumber", { union: "dong-nai", people: "RETURNEES", statedAsOf: "2019", country: "CZ", number: 31, asPrinted: "31", source: { title: "A report" } }, "id", who);
    expect(await made(ofDongNai)).toMatchObject({ changed: null, refused: [["CONFLICT", ["union", "country", "people", "statedAsOf", "source"]]] });
    expect(await made(officer("associations", "vinh-phuc"))).toMatchObject({ changed: null, refused: [["FORBIDDEN", undefined]] });
  });
});
