import { openDatabase } from "@huu-nghi/subgraph-kit";
import { testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

type Viewer = typeof viewers.visitor;
const { visitor, viewer, officer, leader } = viewers;
const ofVinhPhuc = officer("associations", "vinh-phuc");

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
  const { writer, close } = await openDatabase(associations, division.urls);
  await writer.query(`
    insert into person (id, full_name) values ('lan', 'Lan Mẫu'), ('minh', 'Minh Mẫu'), ('hoa', 'Hoa Mẫu');
    insert into member_organisation (id, union_id, name_vi, kind, contact, published) values ('school', 'vinh-phuc', 'Trường Mẫu Đỏ', 'SCHOOL', 'Bà Mẫu', true), ('firm', 'vinh-phuc', 'Công ty Mẫu', 'BUSINESS', null, false);
    insert into branch (id, association_id, name_vi, host_kind, since) values ('gb-top', 'vinh-phuc:gb', 'Chi hội trên', 'LOCALITY', '2015');
    insert into branch (id, association_id, name_vi, host_kind, since, until) values ('gb-a', 'vinh-phuc:gb', 'Chi hội A', 'SCHOOL', '2015', null), ('gb-b', 'vinh-phuc:gb', 'Chi hội B', 'BUSINESS', '2015', '2019-06-30');
    update branch set parent_id = 'gb-top' where id in ('gb-a', 'gb-b');
    insert into membership (id, association_id, branch_id, person_id, organisation_id, status, since, until) values
      ('lan-gb', 'vinh-phuc:gb', 'gb-a', 'lan', null, 'ORDINARY', '2015', '2017-06'), ('lan-gb-2', 'vinh-phuc:gb', 'gb-b', 'lan', null, 'ORDINARY', '2018-01', null),
      ('lan-de', 'vinh-phuc:de', null, 'lan', null, 'HONORARY', '2016', null), ('minh-gb', 'vinh-phuc:gb', 'gb-a', 'minh', null, 'ORDINARY', '2016-03-08', null),
      ('hoa-la', 'dong-nai:la', null, 'hoa', null, 'ORDINARY', '2017', null), ('lan-la', 'dong-nai:la', null, 'lan', null, 'ORDINARY', '2017', null),
      ('school-gb', 'vinh-phuc:gb', 'gb-a', null, 'school', 'ASSOCIATE', '2017', null), ('firm-de', 'vinh-phuc:de', null, null, 'firm', 'ORDINARY', '2017', '2020')`);
  await close();
});
afterAll(() => division[Symbol.asyncDispose]());

const asked = async (query: string, who: Viewer = visitor, variables: Record<string, unknown> = {}) => {
  const { data, errors = [] } = await division.run(query, variables, who);
  return { data, codes: errors.map(({ extensions: { code } }) => code), text: JSON.stringify({ data, errors }) };
};
const all = "memberships people organisations";
const ofUnion = async (union: string, args: string) => (await asked(`{ union(id: "${union}") { memberCounts${args} { ${all} } } }`)).data.union.memberCounts;

describe("members", () => {
  it.each([
    ["vinh-phuc", '(asOf: "2017-01-01")', [3, 2, null]], ["vinh-phuc", '(asOf: "2018-01-01")', [4, 2, 2]], ["vinh-phuc", '(asOf: "2018-02-01")', [5, 2, 2]], ["vinh-phuc", '(asOf: "2021-01-01")', [4, 2, 1]],
    ["vinh-phuc", '(asOf: "2018-02-01", status: HONORARY)', [1, 1, null]], ["dong-nai", '(asOf: "2018-02-01")', [2, 2, null]],
    // Lan is a member in both unions, and one person.
    ["vufo", '(asOf: "2018-02-01", includeDescendants: true)', [7, 3, 2]],
  ])("of %s %s are counted as memberships, people and organisations", async (union, args, [memberships, people, organisations]) =>
    expect(await ofUnion(union, args)).toEqual({ memberships, people, organisations }));

  it("that nobody recorded are unknown, not none", async () => expect(await ofUnion("vufo", "")).toBeNull());

  it("of an association are counted with its gaps, and as before by membershipCount and peopleCount", async () => {
    const count = async (asOf: string) => {
      const { friendshipAssociation } = (await asked(`query ($on: LocalDate) { friendshipAssociation(id: "vinh-phuc:gb") { membershipCount(asOf: $on) peopleCount(asOf: $on) memberCounts(asOf: $on) { ${all} } } }`, visitor, { on: asOf })).data;
      return [friendshipAssociation.membershipCount, friendshipAssociation.peopleCount, friendshipAssociation.memberCounts];
    };
    expect(await count("2015-12-30")).toEqual([null, null, null]);
    expect(await count("2017-01-31")).toEqual([2, 2, { memberships: 2, people: 2, organisations: null }]);
    expect(await count("2017-12-31")).toEqual([2, 1, { memberships: 2, people: 1, organisations: 1 }]);
    expect(await count("2018-01-31")).toEqual([3, 2, { memberships: 3, people: 2, organisations: 1 }]);
  });

  it("of branches below a branch are counted where asked, each person once", async () => {
    const query = (includes: boolean) => `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Branch { memberCounts(asOf: "2018-06-01", includeDescendants: ${includes}) { ${all} } } } }`;
    const of = async (includes: boolean) => (await asked(query(includes), visitor, { of: [{ __typename: "Branch", id: "gb-top" }] })).data._entities[0].memberCounts;
    expect(await of(false)).toBeNull();
    expect(await of(true)).toEqual({ memberships: 3, people: 2, organisations: 1 });
  });

  it("of a branch are there while it stands", async () => {
    const query = (asOf: string) => `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Branch { memberCounts(asOf: "${asOf}") { ${all} } memberships(asOf: "${asOf}") { nodes { id } } } } }`;
    const of = async (id: string, asOf: string) => (await asked(query(asOf), viewer("vinh-phuc"), { of: [{ __typename: "Branch", id }] })).data._entities[0];
    expect(await of("gb-b", "2018-06-01")).toEqual({ memberCounts: { memberships: 1, people: 1, organisations: null }, memberships: { nodes: [{ id: "lan-gb-2" }] } });
    expect((await of("gb-b", "2020-01-01")).memberCounts).toEqual({ memberships: 0, people: 0, organisations: null });
    const refused = await asked(query("2018-06-01"), viewer("dong-nai"), { of: [{ __typename: "Branch", id: "gb-b" }] });
    expect(refused).toMatchObject({ codes: ["FORBIDDEN"], data: { _entities: [{ memberships: null, memberCounts: { memberships: 1 } }] } });
  });

  it.each([
    ["ASSOCIATION", [{ association: { id: "vinh-phuc:gb" }, memberships: 3, people: 2, organisations: 1 }, { association: { id: "vinh-phuc:de" }, memberships: 1, people: 1, organisations: 0 }]],
    ["BRANCH", [{ branch: null, memberships: 2, people: 1 }, { branch: { id: "gb-a" }, memberships: 2, people: 1, organisations: 1 }]],
    ["KIND", [{ memberKind: "INDIVIDUAL", memberships: 3, people: 2, organisations: null }, { memberKind: "ORGANISATION", memberships: 1, people: null, organisations: 1 }]],
    ["STATUS", [{ status: "ASSOCIATE", memberships: 1 }, { status: "HONORARY", memberships: 1 }, { status: "ORDINARY", memberships: 2, people: 2 }]],
  ])("are counted apart by %s", async (by, groups) => {
    const { data } = await asked(`{ union(id: "vinh-phuc") { memberCounts(asOf: "2021-01-01") { groups(groupBy: ${by}) { totalCount nodes { ${all} association { id } branch { id } memberKind status } } } } }`);
    const found = data.union.memberCounts.groups;
    expect(found.totalCount).toBe(groups.length);
    const sorted = (nodes: object[]) => [...nodes].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    for (const group of sorted(groups)) expect(found.nodes).toContainEqual(expect.objectContaining(group));
  });

  it("are counted apart page by page, and by one more statement for many as for one", async () => {
    const query = '{ union(id: "demo") { memberCounts { groups(groupBy: BRANCH, first: 100) { totalCount nodes { people branch { name { vi } } } } } } }';
    const { groups } = (await asked(query)).data.union.memberCounts;
    expect(groups.nodes.length).toBeGreaterThan(90);
    const each = (first: number) => division.statements(() => division.run(`{ friendshipAssociations(union: "demo", first: ${first}) { nodes { membershipCount peopleCount memberCounts { ${all} groups(groupBy: STATUS) { nodes { people } } } } } }`));
    expect(await each(10)).toHaveLength((await each(2)).length);
  });

  it.each(['asOf: "soon"', "status: KING"])("refuse %s", async args => expect((await asked(`{ union(id: "vinh-phuc") { memberCounts(${args}) { people } } }`)).codes).toEqual([expect.stringMatching(/BAD_USER_INPUT|VALIDATION/)]));
  it("refuse too long a page", async () => expect((await asked('{ union(id: "vinh-phuc") { memberCounts { groups(groupBy: KIND, first: 101) { totalCount } } } }')).codes).toEqual(["BAD_USER_INPUT"]));
});

describe("a member organisation", () => {
  const list = async (args: string, who: Viewer = visitor) => (await asked(`{ memberOrganisations(${args}) { nodes { id } } }`, who)).data.memberOrganisations.nodes.map(({ id }: { id: string }) => id);

  it("is listed for everybody where it was published, and for officers of its union", async () => {
    expect(await list('union: "vinh-phuc"')).toEqual(["school"]);
    expect(await list('union: "vinh-phuc"', ofVinhPhuc)).toEqual(["firm", "school"]);
    expect(await list('association: "vinh-phuc:gb", text: "do truong"')).toEqual(["school"]);
    expect(await list('union: "vufo", includeDescendants: true, asOf: "2019-01-01", kind: BUSINESS', leader())).toEqual(["firm"]);
    expect(await list('asOf: "2021-01-01"', leader())).toEqual(["school"]);
    expect(await list("first: 20")).toEqual(["school"]);
  });

  it("tells its contact to officers, and its memberships to viewers of the union", async () => {
    const query = '{ memberOrganisation(id: "school") { name { vi } contact memberships { nodes { id memberKind status organisation { id } person { id } } } } }';
    const membership = { id: "school-gb", memberKind: "ORGANISATION", status: "ASSOCIATE", organisation: { id: "school" }, person: null };
    expect(await asked(query, ofVinhPhuc)).toMatchObject({ codes: [], data: { memberOrganisation: { contact: "Bà Mẫu", memberships: { nodes: [membership] } } } });
    const { data, text } = await asked(query, visitor);
    expect(data.memberOrganisation).toEqual({ name: { vi: "Trường Mẫu Đỏ" }, contact: null, memberships: null });
    expect(text).not.toContain("Bà");
    expect((await asked('{ memberOrganisation(id: "firm") { id } }', viewer("vinh-phuc"))).data).toEqual({ memberOrganisation: null });
  });

  it("becomes a member, is not one twice at a time, leaves and comes back", async () => {
    const run = async (mutation: string, input: object) => {
      const name = /^\w+/.exec(mutation)![0];
      return asked(`mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { membership { id version until leavingReason leavingNote } } }`, ofVinhPhuc, { input });
    };
    const create = { organisation: "firm", association: "vinh-phuc:gb", since: "2018" };
    const { id, version } = (await run("createMembership", { ...create, idempotencyKey: "firm-1" })).data.createMembership.membership;
    expect((await run("createMembership", { ...create, since: "2020", idempotencyKey: "firm-2" })).codes).toEqual(["BAD_USER_INPUT"]);
    const ended = await run("endMembership", { id, version, on: "2020-05", reason: "It said so", leavingReason: "MOVED", leavingNote: "To Hà Nội", idempotencyKey: "firm-3" });
    expect(ended.data.endMembership.membership).toMatchObject({ until: "2020-05", leavingReason: "MOVED", leavingNote: "To Hà Nội" });
    expect((await run("createMembership", { ...create, since: "2021", idempotencyKey: "firm-4" })).codes).toEqual([]);
    const back = await run("correctMembership", { id, version: version + 1, until: "2020-04", leavingReason: null, reason: "The register says so", idempotencyKey: "firm-5" });
    expect(back.data.correctMembership.membership).toMatchObject({ until: "2020-04", leavingReason: null });
  });
});

it("a figure counts organisations that are members, each once", async () => {
  const { data } = await asked('{ union(id: "vinh-phuc") { report(from: "2018-01-01", to: "2018-12-31") { associations { figures(codes: ["associations.organisations", "associations.memberships", "associations.people"]) { code readings { basis value } } } } } }');
  // Of memberships a public page tells another number, which is preferred.
  const recorded = (readings: { basis: string; value: string }[]) => readings.find(({ basis }) => basis === "RECORDED")?.value;
  expect(Object.fromEntries(data.union.report.associations.figures.map(({ code, readings }: { code: string; readings: { basis: string; value: string }[] }) => [code, recorded(readings)]))).toMatchObject({ "associations.memberships": "6", "associations.people": "2" });
});
