import { today } from "@huu-nghi/subgraph-kit";
import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";
import { articlesAlone } from "../articles-alone.fixture";

let division: TestSubgraph;
const ofAll = viewers.officer("associations", "*");
const change = changesOf(() => division, ofAll);
const made = (input: object, asked = "id version") => change("createFriendshipAssociation", { union: "dong-nai", name: { vi: "Hội hữu nghị Việt Nam - ASEAN" }, foundedOn: "2023-05-01", ...input }, asked);
const bad = (argument: string) => ({ changed: null, refused: [["BAD_USER_INPUT", argument]] });
const read = async (query: string, variables = {}) => {
  const { data, errors } = await division.run(query, variables);
  expect(errors).toBeUndefined();
  return data;
};
const codes = (countries: { code: string }[]) => countries.map(({ code }) => code);

beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
  await articlesAlone(division);
  await made({ groups: ["asean"], decisionNumber: "961/QĐ-UBND", decidedOn: "2023-04", decisionIssuer: "UBND tỉnh Đồng Nai" });
});
afterAll(() => division[Symbol.asyncDispose]());

describe("an association with a group of countries", () => {
  it("is for its members of the day: ten, and eleven since Timor-Leste is one", async () => {
    const { friendshipAssociation } = await read('{ friendshipAssociation(id: "dong-nai:asean") { groups { id name { en } countries(asOf: "1990-01-01") { code } } then: countries(asOf: "2025-10-25") { code } now: countries(asOf: "2025-10-26") { code } } }');
    const { groups: [group], then, now } = friendshipAssociation;
    expect({ ...group, countries: codes(group.countries) }).toEqual({ id: "ASEAN", name: { en: expect.stringContaining("Southeast") }, countries: ["BN", "ID", "MY", "PH", "SG", "TH"] });
    expect(codes(then)).toHaveLength(10);
    expect(codes(now).filter(code => !codes(then).includes(code))).toEqual(["TL"]);
  });

  it("is found by each of them on a day when it is one, and by the group", async () => {
    const query = `query ($asOf: LocalDate!) { country: friendshipAssociations(country: "TL", asOf: $asOf) { nodes { id } } group: friendshipAssociations(group: "ASEAN", asOf: $asOf) { totalCount }
      _entities(representations: [{ __typename: "Country", code: "TL" }, { __typename: "Country", code: "LA" }, { __typename: "Country", code: "BR" }]) { ... on Country {
        friendshipAssociations(asOf: $asOf, union: "dong-nai") { totalCount nodes { id } } hasFriendshipAssociation(asOf: $asOf, union: "dong-nai") hasOne: hasFriendshipAssociation(asOf: $asOf, union: "vufo", includeDescendants: true) } } }`;
    const before = await read(query, { asOf: "2025-10-25" });
    expect(before).toMatchObject({ country: { nodes: [] }, group: { totalCount: 1 }, _entities: [{ hasFriendshipAssociation: false, hasOne: false }, { friendshipAssociations: { totalCount: 2 } }, { hasOne: false }] });
    const after = await read(query, { asOf: "2025-10-26" });
    expect(after).toMatchObject({ country: { nodes: [{ id: "dong-nai:asean" }] }, _entities: [{ friendshipAssociations: { nodes: [{ id: "dong-nai:asean" }] }, hasFriendshipAssociation: true, hasOne: true }, {}, {}] });
    const { errors } = await division.run('{ friendshipAssociations(group: "NATO") { totalCount } }');
    expect(errors).toMatchObject([{ message: expect.stringContaining("ASEAN"), extensions: { code: "BAD_USER_INPUT", argument: "group" } }]);
  });

  it("has its countries counted once in the report, each from when the group had it", async () => {
    const { union } = await read('{ union(id: "dong-nai") { a: report(from: "2025-10-01", to: "2025-10-25") { ...F } b: report(from: "2025-10-01", to: "2025-10-26") { ...F } } } fragment F on Report { associations { figure(code: "associations.countries") { value } } }');
    // Nine of its own, of which Laos, Cambodia and Thailand are in the group, too; Viet Nam is no foreign country.
    expect([union.a, union.b].map(({ associations: { figure } }) => figure.value)).toEqual(["15", "16"]);
  });

  it("is for something at any time", async () => {
    expect(await made({ countries: [], groups: [] })).toMatchObject(bad("countries"));
    expect(await change("correctFriendshipAssociation", { id: "dong-nai:asean", version: 1, groups: [], reason: "A test" })).toMatchObject(bad("countries"));
    const before = await change("correctFriendshipAssociation", { id: "dong-nai:asean", version: 1, foundedOn: "1967-07", reason: "A test" });
    expect(before).toMatchObject(bad("foundedOn"));
    expect(before.text).toContain("ASEAN was founded in 1967-08-08");
    expect(await change("correctFriendshipAssociation", { id: "dong-nai:asean", version: 1, countries: ["JP"], reason: "A test" }, "countries(asOf: \"1960-01-01\") { code }")).toMatchObject({ changed: { countries: [{ code: "JP" }] } });
  });
});

describe("what an association is for", () => {
  const coverages = "version coverages { countries groups since until }";
  const coverage = (countries: string[], since: string, until: string | null, groups: string[] = []) => ({ countries, groups, since, until });
  const on = async (day: string) => {
    const { of, UG, KE, SG, union } = await read(
      `query ($day: LocalDate!) { of: friendshipAssociation(id: "dong-nai:ke") { countries(asOf: $day) { code } groups(asOf: $day) { id } } ${["KE", "UG", "SG"].map(code => `${code}: friendshipAssociations(country: "${code}", asOf: $day, text: "chau Phi") { totalCount }`).join(" ")}
        union(id: "dong-nai") { report(from: "${day.slice(0, 4)}-01-01", to: "${day}") { associations { figure(code: "associations.countries") { value records(first: 100) { nodes { id } } } } } } }`,
      { day },
    );
    const counted = union.report.associations.figure.records.nodes.map(({ id }: { id: string }) => id).filter((id: string) => ["KE", "UG"].includes(id)).sort();
    return { countries: codes(of.countries).slice(0, 3), groups: of.groups.length, found: [KE, UG, SG].map(({ totalCount }) => totalCount), counted };
  };

  it("changes from a day on, in lists, in its countries and in figures, and stays what it was before", async () => {
    await made({ countries: ["KE"], name: { vi: "Hội hữu nghị với châu Phi" }, foundedOn: "2016" });
    const changeIt = (version: number, input: object) => change("changeFriendshipAssociation", { id: "dong-nai:ke", version, ...input }, coverages);
    expect((await changeIt(1, { countries: ["UG", "KE"], changedOn: "2019-05-10" })).changed).toEqual({ version: 2, coverages: [coverage(["KE"], "2016", "2019-05-10"), coverage(["KE", "UG"], "2019-05-10", null)] });
    expect((await changeIt(2, { countries: ["UG"], groups: ["ASEAN"], changedOn: "2021" })).changed.coverages).toHaveLength(3);
    expect(await on("2019-05-09")).toEqual({ countries: ["KE"], groups: 0, found: [1, 0, 0], counted: ["KE"] });
    expect(await on("2019-05-10")).toEqual({ countries: ["KE", "UG"], groups: 0, found: [1, 1, 0], counted: ["KE", "UG"] });
    expect(await on("2021-12-31")).toEqual({ countries: ["BN", "ID", "KH"], groups: 1, found: [0, 1, 1], counted: ["UG"] });
    for (const changedOn of ["2015", "2021-12-30", "2999", "2019-05-10"]) expect(await changeIt(3, { countries: ["TZ"], changedOn })).toMatchObject(bad("changedOn"));
    expect(await changeIt(3, { name: { vi: "Hội" }, changedOn: "2023" })).toMatchObject(bad("changedOn"));
  });

  it("is put right for the whole past, or for what was before", async () => {
    const correct = (version: number, input: object) => change("correctFriendshipAssociation", { id: "dong-nai:ke", version, reason: "A test", ...input }, coverages);
    const earlier = [{ countries: ["KE"], until: "2018" }];
    for (const wrong of [[...earlier, ...earlier], [{ until: "2018" }], [{ countries: ["XX"], until: "2018" }], [{ countries: ["KE"], until: "2999" }]]) expect((await correct(3, { earlierCoverages: wrong })).refused).toMatchObject([["BAD_USER_INPUT", expect.anything()]]);
    expect((await correct(3, { groups: [], earlierCoverages: earlier })).changed.coverages).toEqual([coverage(["KE"], "2016", "2018"), coverage(["UG"], "2018", null)]);
    expect(await on("2018-12-30")).toMatchObject({ countries: ["KE"], found: [1, 0, 0] });
    // It was neither dissolved before that, nor founded after it.
    for (const wrong of [{ dissolvedOn: "2017" }, { foundedOn: "2019" }, { earlierCoverages: [{ countries: ["KE"], until: "2015" }] }, { earlierNames: [{ name: { vi: "Hội cũ" }, until: "2015" }] }]) expect(await correct(4, wrong)).toMatchObject(bad(Object.keys(wrong)[0]!));
    expect((await change("endFriendshipAssociation", { id: "dong-nai:ke", version: 4, on: "2017", reason: "A test" })).text).toContain("1 change of countries after it was dissolved in 2017. Correct these first (correctFriendshipAssociation)");
    expect((await correct(4, { countries: ["KE"], earlierCoverages: [] })).changed.coverages).toEqual([coverage(["KE"], "2016", null)]);
    expect(await on("2021-12-31")).toMatchObject({ countries: ["KE"], groups: 0, found: [1, 0, 0] });
  });
});

it("an association names the decision that established it", async () => {
  const { friendshipAssociation } = await read('{ friendshipAssociation(id: "dong-nai:asean") { decisionNumber decidedOn decisionIssuer } }');
  expect(friendshipAssociation).toEqual({ decisionNumber: "961/QĐ-UBND", decidedOn: "2023-04", decisionIssuer: "UBND tỉnh Đồng Nai" });
});

describe("the level of an association", () => {
  it("is that of its union where nothing else is said, and lists are filtered by it", async () => {
    expect(await made({ countries: ["LA"], id: "dong-nai:la-2", level: "DISTRICT", parent: "dong-nai:la" }, "level parent { id level parent { id } }")).toMatchObject({ changed: { level: "DISTRICT", parent: { id: "dong-nai:la", level: "PROVINCIAL", parent: null } } });
    const { national, district } = await read('{ national: friendshipAssociations(level: NATIONAL) { totalCount nodes { level } } district: friendshipAssociations(level: DISTRICT) { nodes { id } } }');
    expect(national).toEqual({ totalCount: 2, nodes: [{ level: "NATIONAL" }, { level: "NATIONAL" }] });
    expect(district.nodes).toEqual([{ id: "dong-nai:la-2" }]);
  });

  it("is that of a district where there were districts", async () => {
    const late = { countries: ["LA"], id: "dong-nai:la-3", level: "DISTRICT" };
    expect(await made({ ...late, foundedOn: "2025-07" })).toMatchObject(bad("level"));
    expect(await change("correctFriendshipAssociation", { id: "dong-nai:la-2", version: 1, foundedOn: "2026", reason: "A test" })).toMatchObject(bad("level"));
    expect(await made({ ...late, countries: ["TL"], id: "dong-nai:tl", foundedOn: "2025" })).toMatchObject({ refused: [] });
    expect(await change("changeFriendshipAssociation", { id: "dong-nai:tl", version: 1, level: null })).toMatchObject({ refused: [] });
  });

  it("is below that of its parent, so that none is its own ancestor", async () => {
    const correct = (input: object) => change("correctFriendshipAssociation", { id: "dong-nai:la-2", version: 1, reason: "A test", ...input });
    for (const parent of ["dong-nai:la-2", "nowhere:la"]) expect(await correct({ parent })).toMatchObject(bad("parent"));
    expect(await correct({ level: "PROVINCIAL" })).toMatchObject(bad("parent"));
    expect(await correct({ level: "NATIONAL", parent: null })).toMatchObject(bad("level"));
    expect(await correct({ id: "dong-nai:la", parent: "dong-nai:la-2" })).toMatchObject(bad("parent"));
    expect(await correct({ id: "dong-nai:la", level: "DISTRICT" })).toMatchObject(bad("level"));
    // Not right below a national one.
    const leap = await correct({ parent: "vufo:jp" });
    expect(leap).toMatchObject(bad("parent"));
    expect(leap.text).toContain("below one of a province");
  });
});

describe("the names of an association", () => {
  const names = "version name { vi } names { name { vi } since until } before: nameOn(day: \"2024-06-30\") { vi } then: nameOn(day: \"2024-07-01\") { vi }";
  it("that it had stay, each with its time, and it is found by them", async () => {
    await made({ countries: ["MN"], name: { vi: "Hội cũ" } });
    const { changed } = await change("changeFriendshipAssociation", { id: "dong-nai:mn", version: 1, name: { vi: "Hội mới" }, renamedOn: "2024-07-01" }, names);
    expect(changed).toEqual({
      version: 2, name: { vi: "Hội mới" }, names: [{ name: { vi: "Hội cũ" }, since: "2023-05-01", until: "2024-07-01" }, { name: { vi: "Hội mới" }, since: "2024-07-01", until: null }],
      before: { vi: "Hội cũ" }, then: { vi: "Hội mới" },
    });
    expect((await read('{ friendshipAssociations(text: "hoi cu", union: "dong-nai") { nodes { id } } }')).friendshipAssociations.nodes).toEqual([{ id: "dong-nai:mn" }]);
  });

  it("follow each other, and are put right", async () => {
    const rename = (renamedOn: string) => change("changeFriendshipAssociation", { id: "dong-nai:mn", version: 2, name: { vi: "Hội khác" }, renamedOn });
    for (const renamedOn of ["2024-07-01", "2023-12", "2020", "2999", today().slice(0, 4)]) expect(await rename(renamedOn)).toMatchObject(bad("renamedOn"));
    const corrected = await change("correctFriendshipAssociation", { id: "dong-nai:mn", version: 2, reason: "A test", earlierNames: [{ name: { vi: "Hội cũ" }, until: "2024-06-30" }] }, names);
    expect(corrected).toMatchObject({ changed: { version: 3, before: { vi: "Hội mới" } }, refused: [] });
    // Of a day within the month of the last renaming nobody knows which of the two came first.
    await change("correctFriendshipAssociation", { id: "dong-nai:mn", version: 3, reason: "A test", earlierNames: [{ name: { vi: "Hội cũ" }, until: "2024-06" }] });
    const within = { id: "dong-nai:mn", version: 4, name: { vi: "Hội khác" } };
    expect(await change("changeFriendshipAssociation", { ...within, renamedOn: "2024-06-15" })).toMatchObject(bad("renamedOn"));
    expect(await change("changeFriendshipAssociation", { ...within, renamedOn: "2024-07" }, names)).toMatchObject({ changed: { before: { vi: "Hội mới" }, then: { vi: "Hội mới" } }, refused: [] });
  });
});

describe("an association that goes into another", () => {
  it("is dissolved with the act, and both know each other; in a circle it does not", async () => {
    const succeed = (predecessor: string, successor: string) =>
      change("createFriendshipAssociationSuccession", { predecessor, successor, kind: "MERGER", effectiveOn: "2025-07", decisionNumber: "1/QĐ" }, "id predecessor { dissolvedOn successors { successor { id } } } successor { predecessors { predecessor { id } } }");
    expect(await succeed("vinh-phuc:la", "dong-nai:la")).toMatchObject({
      changed: { id: "vinh-phuc:la:dong-nai:la", predecessor: { dissolvedOn: "2025-07", successors: [{ successor: { id: "dong-nai:la" } }] }, successor: { predecessors: [{ predecessor: { id: "vinh-phuc:la" } }] } },
    });
    expect(await succeed("dong-nai:la", "vinh-phuc:la")).toMatchObject(bad("successor"));
    expect(await succeed("dong-nai:la", "dong-nai:la")).toMatchObject(bad("successor"));
  });

  it("is in the list of the union that took its union's place where that is asked for", async () => {
    await change("createUnion", { id: "phu-tho", name: { vi: "Liên hiệp mẫu" }, level: "PROVINCIAL", parent: "vufo" });
    await change("createUnionSuccession", { predecessor: "vinh-phuc", successor: "phu-tho", kind: "MERGER", effectiveOn: "2025-07-01", decisionNumber: "2/QĐ" });
    const counts = await read('{ own: friendshipAssociations(union: "phu-tho", asOf: "2015-01-01") { totalCount } both: friendshipAssociations(union: "phu-tho", includePredecessors: true, asOf: "2015-01-01") { totalCount } all: friendshipAssociations(union: "vufo", includeDescendants: true, includePredecessors: true, asOf: "2015-01-01") { totalCount } }');
    expect(counts).toMatchObject({ own: { totalCount: 0 }, both: { totalCount: 9 }, all: { totalCount: 9 } });
  });
});
