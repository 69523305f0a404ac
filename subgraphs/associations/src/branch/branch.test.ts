import { today } from "@huu-nghi/subgraph-kit";
import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

let division: TestSubgraph;
const ofVinhPhuc = viewers.officer("associations", "vinh-phuc");
const change = changesOf(() => division, ofVinhPhuc);
const run = async (query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors = [] } = await division.run(query, variables);
  return { data, refused: errors.map(({ extensions: { code, argument } }) => [code, argument]) };
};
const namesOf = ({ nodes }: { nodes: { name: { vi: string } }[] }) => nodes.map(({ name }) => name.vi);

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const made = async (vi: string, input: object = {}) => {
  const { changed, text } = await change("createBranch", { association: "vinh-phuc:gb", name: { vi }, hostKind: "SCHOOL", since: "2016", ...input });
  if (!changed) throw new Error(text);
  return changed.id as string;
};
const moved = (id: string, parent: string | null, version = 1) => change("changeBranch", { id, version, parent }, "parent { id } depth version");

let city: string, school: string, faculty: string, firm: string;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
  city = await made("Chi hội thành phố", { hostKind: "LOCALITY", locality: "Phường Đống Đa", since: "2015" });
  school = await made("Chi hội trường", { parent: city, hostOrganisation: "Trường mẫu" });
  faculty = await made("Chi hội khoa", { parent: school, since: "2018" });
  firm = await made("Chi hội doanh nghiệp", { hostKind: "BUSINESS", since: "2020" });
}, 60_000);
afterAll(() => division[Symbol.asyncDispose]());

describe("a branch", () => {
  it("stands in a tree of any depth, with its host and locality", async () => {
    const { data } = await run(
      `query ($id: ID!, $city: ID!) { branch(id: $id) { name { vi } association { id } parent { id hostOrganisation } ancestors { id } depth children { totalCount } }
        city: branch(id: $city) { parent { id } depth ancestors { id } locality hostOrganisation children { totalCount nodes { id } } } }`,
      { id: faculty, city },
    );
    expect(data).toEqual({
      branch: { name: { vi: "Chi hội khoa" }, association: { id: "vinh-phuc:gb" }, parent: { id: school, hostOrganisation: "Trường mẫu" }, ancestors: [{ id: city }, { id: school }], depth: 2, children: { totalCount: 0 } },
      city: { parent: null, depth: 0, ancestors: [], locality: "Phường Đống Đa", hostOrganisation: null, children: { totalCount: 1, nodes: [{ id: school }] } },
    });
  });

  it("is null where there is none with the id", async () => expect(await run('{ branch(id: "nowhere") { id } }')).toEqual({ data: { branch: null }, refused: [] }));

  it("tells its place for many with two statements", async () => {
    const statements = await division.statements(() => run('{ branches(association: "demo:la", first: 31) { nodes { depth ancestors { id } } } }'));
    expect(statements.length).toBeLessThanOrEqual(4);
  });
});

describe("branches", () => {
  it.each([
    ['union: "vinh-phuc"', ["Chi hội doanh nghiệp", "Chi hội khoa", "Chi hội thành phố", "Chi hội trường"]],
    ['union: "vinh-phuc", asOf: "2017-12-31"', ["Chi hội thành phố", "Chi hội trường"]],
    ['union: "vufo"', []],
    ['union: "vufo", includeDescendants: true, hostKind: BUSINESS', ["Chi hội doanh nghiệp"]],
    ['association: "vinh-phuc:gb", topLevelOnly: true', ["Chi hội doanh nghiệp", "Chi hội thành phố"]],
    ['locality: "dong da"', ["Chi hội thành phố"]],
    ['text: "khoa"', ["Chi hội khoa"]],
  ])("are found by %s", async (args, names) => {
    const { data } = await run(`{ branches(${args}) { totalCount nodes { name { vi } } } }`);
    expect({ total: data.branches.totalCount, names: namesOf(data.branches) }).toEqual({ total: names.length, names });
  });

  it("are found right below one, and of an association by kind, text and day", async () => {
    const { data } = await run(
      `query ($city: ID!) { below: branches(parent: $city) { nodes { name { vi } } } friendshipAssociation(id: "vinh-phuc:gb") {
        top: branches(topLevelOnly: true) { nodes { name { vi } } } kind: branches(hostKind: SCHOOL, text: "KHOA") { nodes { name { vi } } } then: branches(asOf: "2015-12-31") { nodes { name { vi } } } } }`,
      { city },
    );
    const { top, kind, then } = data.friendshipAssociation;
    expect([data.below, top, kind, then].map(namesOf)).toEqual([["Chi hội trường"], ["Chi hội doanh nghiệp", "Chi hội thành phố"], ["Chi hội khoa"], ["Chi hội thành phố"]]);
  });

  it("are read to the last page, each once, without those made up unless theirs is named", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const page = (await run('query ($after: String) { branches(association: "demo:la", first: 12, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }', { after })).data.branches as Page;
      expect(page.totalCount).toBe(31);
      seen.push(...page.nodes.map(({ id }) => id));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect([seen.length, new Set(seen).size]).toEqual([31, 31]);
    expect((await run("{ branches { totalCount } }")).data.branches.totalCount).toBe(4);
  });

  it.each([["first: 0", "first"], ['after: "garbled"', "after"]])("refuse %s", async (args, argument) =>
    expect(await run(`{ branches(${args}) { totalCount } }`)).toEqual({ data: { branches: null }, refused: [["BAD_USER_INPUT", argument]] }));

  it("are counted by host kind on a day, and unknown is not 0", async () => {
    const { data } = await run(`{
      friendshipAssociation(id: "vinh-phuc:gb") { branchCounts { hostKind count } then: branchCounts(asOf: "2014-12-31") { count } } none: friendshipAssociation(id: "vinh-phuc:cn") { branchCounts { count } }
      union(id: "vinh-phuc") { branchCounts(asOf: "2019-01-01") { hostKind count } report(from: "2024-01-01", to: "2024-12-31") { associations { figures(codes: ["associations.branchesInSchools", "associations.branchesInBusinesses", "associations.branchesInLocalities", "associations.branchesElsewhere"]) { value } } } }
      unknown: union(id: "dong-nai") { branchCounts { count } } }`);
    const counted = (SCHOOL: number, BUSINESS: number, LOCALITY: number, OTHER: number) => Object.entries({ SCHOOL, BUSINESS, LOCALITY, OTHER }).map(([hostKind, count]) => ({ hostKind, count }));
    expect(data.friendshipAssociation).toEqual({ branchCounts: counted(2, 1, 1, 0), then: null });
    expect([data.none.branchCounts, data.unknown.branchCounts]).toEqual([null, null]);
    expect(data.union.branchCounts).toEqual(counted(2, 0, 1, 0));
    expect(data.union.report.associations.figures).toEqual([{ value: "2" }, { value: "1" }, { value: "1" }, { value: null }]);
  });
});

describe("the home of a branch", () => {
  const homes = "version hostKind homes { hostKind hostOrganisation locality since until }";
  const home = (hostKind: string, since: string, until: string | null, over: object = {}) => ({ hostKind, hostOrganisation: null, locality: null, since, until, ...over });
  const bad = (argument: string) => ({ changed: null, refused: [["BAD_USER_INPUT", argument]] });
  const kinds = async (asOf: string) => {
    const { data } = await run(`{ friendshipAssociation(id: "vinh-phuc:bg") { branchCounts(asOf: "${asOf}") { hostKind count } branches(asOf: "${asOf}", hostKind: SCHOOL) { totalCount } }
      union(id: "vinh-phuc") { report(from: "${asOf.slice(0, 4)}-01-01", to: "${asOf}") { associations { figure(code: "associations.branchesElsewhere") { value } } } } }`);
    const { branchCounts, branches: schools } = data.friendshipAssociation;
    return [Object.fromEntries(branchCounts.map(({ hostKind, count }: { hostKind: string; count: number }) => [hostKind, count])), schools.totalCount, data.union.report.associations.figure.value];
  };
  const counted = (SCHOOL: number, BUSINESS: number, OTHER: number) => ({ SCHOOL, BUSINESS, LOCALITY: 0, OTHER });

  it("changes from a day on, in counts, lists and figures, and stays what it was before", async () => {
    const id = await made("Chi hội dời", { association: "vinh-phuc:bg", hostOrganisation: "Trường cũ", locality: "Phường Cũ", since: "2016" });
    expect((await change("changeBranch", { id, version: 1, hostKind: "OTHER", hostOrganisation: null, changedOn: "2019-05-10" }, homes)).changed).toEqual({
      version: 2, hostKind: "OTHER", homes: [home("SCHOOL", "2016", "2019-05-10", { hostOrganisation: "Trường cũ", locality: "Phường Cũ" }), home("OTHER", "2019-05-10", null, { locality: "Phường Cũ" })],
    });
    expect((await change("changeBranch", { id, version: 2, hostKind: "BUSINESS", locality: "Phường Mới" }, "version")).changed).toEqual({ version: 3 });
    expect(await kinds("2019-05-09")).toEqual([counted(1, 0, 0), 1, null]);
    expect(await kinds("2019-05-10")).toEqual([counted(0, 0, 1), 0, "1"]);
    expect(await kinds(today())).toEqual([counted(0, 1, 0), 0, null]);
    const { data } = await run('{ then: branches(locality: "phuong cu", asOf: "2020-01-01") { totalCount } now: branches(locality: "phuong cu") { totalCount } }');
    expect(data).toEqual({ then: { totalCount: 1 }, now: { totalCount: 0 } });
    // The home of the same day is that of its last change.
    expect((await change("changeBranch", { id, version: 3, hostKind: "OTHER", locality: "Phường Mới" }, homes)).changed.homes).toHaveLength(3);
    expect(await change("changeBranch", { id, version: 4, hostKind: "SCHOOL", changedOn: "2019-05-09" })).toMatchObject(bad("changedOn"));
    expect(await change("endBranch", { id, version: 4, on: "2018", reason: "A test" })).toMatchObject(bad("on"));
    for (const wrong of [{ since: "2020" }, { until: "2019-04" }, { earlierHomes: [{ hostKind: "OTHER", until: "2015" }] }, { earlierHomes: [{ hostKind: "OTHER", until: today().slice(0, 4) }] }]) {
      expect(await change("correctBranch", { id, version: 4, reason: "A test", ...wrong })).toMatchObject(bad(Object.keys(wrong)[0]!));
    }
    expect((await change("correctBranch", { id, version: 4, hostKind: "SCHOOL", earlierHomes: [], reason: "A test" }, homes)).changed.homes).toEqual([home("SCHOOL", "2016", null, { locality: "Phường Mới" })]);
    expect(await kinds("2019-05-10")).toEqual([counted(1, 0, 0), 1, null]);
  });

  it.each([["2015", "changedOn"], ["2999", "changedOn"], [today().slice(0, 4), "changedOn"]])("does not change in %s", async (changedOn, argument) =>
    expect(await change("changeBranch", { id: school, version: 1, hostKind: "OTHER", changedOn })).toMatchObject(bad(argument)));

  it("has a day of change only where it changes", async () => expect(await change("changeBranch", { id: school, version: 1, name: { vi: "Chi hội" }, changedOn: "2020" })).toMatchObject(bad("changedOn")));
});

describe("the beginning of a branch", () => {
  it("is not before the one above it, nor after those in it", async () => {
    const top = await made("Chi hội gốc", { association: "vinh-phuc:bg", since: "2016" });
    const early = { association: "vinh-phuc:bg", name: { vi: "Chi hội mẫu" }, hostKind: "OTHER", parent: top };
    expect(await change("createBranch", { ...early, since: "2015-12" })).toMatchObject({ changed: null, refused: [["BAD_USER_INPUT", "since"]] });
    const below = await made("Chi hội dưới gốc", { association: "vinh-phuc:bg", parent: top, since: "2017" });
    const begin = (id: string, since: string) => change("correctBranch", { id, version: 1, since, reason: "A test" });
    expect(await begin(below, "2015")).toMatchObject({ changed: null, refused: [["BAD_USER_INPUT", "since"]] });
    const late = await begin(top, "2018");
    expect(late).toMatchObject({ changed: null, refused: [["BAD_USER_INPUT", "since"]] });
    expect(late.text).toContain(`the branch ${below} (2017)`);
    const { changed: person } = await change("createPerson", { fullName: "Người Mẫu", membership: { association: "vinh-phuc:bg", branch: below, since: "2018" } }, "memberships { nodes { id } }");
    expect((await begin(below, "2019")).text).toContain(`the membership ${person.memberships.nodes[0].id} (2018)`);
    expect((await begin(below, "2018")).refused).toEqual([]);
    // What goes there by a change went there later.
    const older = await made("Chi hội lâu năm", { association: "vinh-phuc:bg", since: "2014" });
    expect((await moved(older, below)).refused).toEqual([]);
  });
});

describe("the place of a branch", () => {
  const bad = (argument: string) => ({ changed: null, refused: [["BAD_USER_INPUT", argument]] });

  it("is not below itself, nor below what is below it", async () => {
    expect(await moved(city, city)).toMatchObject(bad("parent"));
    expect(await moved(city, faculty)).toMatchObject(bad("parent"));
    expect((await moved(city, faculty)).text).toContain("below none");
    expect(await change("correctBranch", { id: city, version: 1, parent: school, reason: "A test" })).toMatchObject(bad("parent"));
  });

  it("is in its own association", async () => {
    const other = await made("Chi hội khác", { association: "vinh-phuc:de" });
    expect(await moved(faculty, other)).toMatchObject(bad("parent"));
    expect(await change("createBranch", { association: "vinh-phuc:de", name: { vi: "Chi hội mẫu" }, hostKind: "OTHER", since: "2016", parent: city })).toMatchObject(bad("parent"));
  });

  it("changes, and the branch goes right below the association again", async () => {
    const team = await made("Chi hội tổ", { parent: firm, since: "2021" });
    expect((await moved(team, faculty)).changed).toEqual({ parent: { id: faculty }, depth: 3, version: 2 });
    expect((await moved(team, null, 2)).changed).toEqual({ parent: null, depth: 0, version: 3 });
    expect(await change("endBranch", { id: team, version: 3, on: "2022", reason: "A test" })).toMatchObject({ refused: [] });
  });

  it("does not become a circle by two changes at once", async () => {
    for (let round = 0; round < 3; round += 1) {
      const [one, two] = [await made(`Chi hội ${round}`, { association: "vinh-phuc:de" }), await made(`Chi hội ${round} khác`, { association: "vinh-phuc:de" })];
      const answers = await Promise.all([moved(one, two), moved(two, one)]);
      expect(answers.map(({ changed }) => changed !== null).sort()).toEqual([false, true]);
      expect(answers.flatMap(({ refused }) => refused)).toEqual([["BAD_USER_INPUT", "parent"]]);
    }
  });
});

describe("the end of a branch", () => {
  const end = (id: string, on: string, version = 1) => change("endBranch", { id, version, on, reason: "A test" }, "until version");

  it("waits for those below it, and says what to do with them", async () => {
    const top = await made("Chi hội trên");
    const below = await made("Chi hội dưới", { parent: top, since: "2017" });
    const refused = await end(top, "2020");
    expect(refused).toMatchObject({ changed: null, refused: [["CONFLICT", undefined]] });
    expect(refused.text).toMatch(/Chi hội dưới \(.*End them first with endBranch, or put them below another one with changeBranch/);
    expect((await end(below, "2019-05")).changed).toEqual({ until: "2019-05", version: 2 });
    expect((await end(top, "2019-12")).changed).toEqual({ until: "2019-12", version: 2 });
    expect(await change("correctBranch", { id: below, version: 2, until: null, reason: "A test" })).toMatchObject({ changed: null, refused: [["BAD_USER_INPUT", "until"]] });
    expect(await change("createBranch", { association: "vinh-phuc:gb", name: { vi: "Chi hội mới" }, hostKind: "OTHER", since: "2021", parent: top })).toMatchObject({ changed: null, refused: [["BAD_USER_INPUT", "parent"]] });
  });

  it("is not before its association, as its beginning is not", async () =>
    expect(await change("createBranch", { association: "vinh-phuc:gb", name: { vi: "Chi hội sớm" }, hostKind: "OTHER", since: "2013" })).toMatchObject({ changed: null, refused: [["BAD_USER_INPUT", "since"]] }));
});
