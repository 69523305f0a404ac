import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
});
afterAll(() => division[Symbol.asyncDispose]());

const change = changesOf(() => division, viewers.officer("associations", "vinh-phuc"));
const made = (input: object) => change("createFriendshipAssociation", { union: "vinh-phuc", name: { vi: "Hội mẫu" }, foundedOn: "2010-03", ...input }, "id version foundedOn countries { code }");
const correct = (input: object) => change("correctFriendshipAssociation", { reason: "A test", ...input }, "foundedOn dissolvedOn countries { code }");
const end = (input: object) => change("endFriendshipAssociation", { reason: "A test", ...input }, "version dissolvedOn");
const bad = (argument: string) => ({ changed: null, refused: [["BAD_USER_INPUT", argument]] });

describe("a new association", () => {
  it("has an id of its union and countries, in whatever order they are given, and a later one a number", async () => {
    expect((await made({ countries: ["TH", "MM"] })).changed).toEqual({ id: "vinh-phuc:mm-th", version: 1, foundedOn: "2010-03", countries: [{ code: "MM" }, { code: "TH" }] });
    expect(await made({ countries: ["MM", "TH"] })).toMatchObject({ changed: null, refused: [["CONFLICT", ["id"]]] });
    expect((await made({ id: "vinh-phuc:mm-th-2", countries: ["MM", "TH"] })).changed.id).toBe("vinh-phuc:mm-th-2");
    expect(await made({ id: "vinh-phuc:mm-th-02", countries: ["MM", "TH"] })).toMatchObject(bad("id"));
  });

  it("is not for Viet Nam itself", async () => {
    expect(await made({ countries: ["VN"] })).toMatchObject(bad("countries"));
    expect(await made({ countries: ["VN", "MY"] })).toMatchObject(bad("countries"));
  });

  it("of unknown age counts from when it was named", async () => {
    expect((await made({ countries: ["PL"], foundedOn: null, namedAsOf: "2018" })).changed.foundedOn).toBeNull();
    const { data } = await division.run('{ then: friendshipAssociations(country: "PL", asOf: "2018-12-31") { totalCount } before: friendshipAssociations(country: "PL", asOf: "2018-06-01") { totalCount } }');
    expect(data).toEqual({ then: { totalCount: 1 }, before: { totalCount: 0 } });
  });
});

describe("the countries of an association", () => {
  it("are corrected with it, and history tells only which came and went", async () => {
    expect((await correct({ id: "vinh-phuc:gb", version: 1, countries: ["IE", "GB"] })).changed.countries).toEqual([{ code: "GB" }, { code: "IE" }]);
    const { data } = await division.run('{ friendshipAssociation(id: "vinh-phuc:gb") { history(first: 2) { nodes { action reason rows: changes { field before after } } } } }', {}, viewers.viewer("vinh-phuc"));
    const nodes = data.friendshipAssociation.history.nodes as { action: string; rows: object[] }[];
    expect(nodes[0]).toEqual({ action: "correctFriendshipAssociation", reason: "A test", rows: expect.arrayContaining([{ field: "countries.countryCode", before: null, after: "IE" }]) });
    expect(JSON.stringify(nodes)).not.toContain('"GB"');
  });

  it("are named to whoever saw another version of them, and to nobody who saw these", async () => {
    await made({ countries: ["PH"] });
    const rename = (version: number, vi: string) => change("changeFriendshipAssociation", { id: "vinh-phuc:ph", version, name: { vi } });
    expect(await correct({ id: "vinh-phuc:ph", version: 1, countries: ["PH", "BN"] })).toMatchObject({ refused: [] });
    expect(await rename(1, "Hội mẫu mới")).toMatchObject({ changed: null, refused: [["CONFLICT", ["name", "countries"]]] });
    expect(await rename(2, "Hội mẫu mới")).toMatchObject({ refused: [] });
    // Version 2 came with its countries, which the author of this one has seen.
    expect(await rename(2, "Hội mẫu khác")).toMatchObject({ changed: null, refused: [["CONFLICT", ["name"]]] });
  });
});

describe("the end of an association", () => {
  it("is once, and correcting it makes the association stand again", async () => {
    await made({ countries: ["AU"] });
    expect((await end({ id: "vinh-phuc:au", version: 1, on: "2020-05" })).changed).toEqual({ version: 2, dissolvedOn: "2020-05" });
    expect(await end({ id: "vinh-phuc:au", version: 2, on: "2021" })).toMatchObject({ changed: null, refused: [["CONFLICT", undefined]] });
    expect((await correct({ id: "vinh-phuc:au", version: 2, dissolvedOn: null })).changed.dissolvedOn).toBeNull();
  });

  it("is not before what it has, nor its founding after that", async () => {
    await made({ countries: ["NZ"] });
    const { changed: branch } = await change("createBranch", { association: "vinh-phuc:nz", name: { vi: "Chi hội mẫu" }, hostKind: "OTHER", since: "2015-06" });
    const position = { association: "vinh-phuc:nz", title: { vi: "Chủ tịch mẫu" }, role: "CHAIR", bodyKind: "EXECUTIVE_COMMITTEE", published: true, since: "2014" };
    const { changed: chair } = await change("createPosition", { position, holderName: "Người Mẫu" });
    await change("createScholarship", { associations: ["vinh-phuc:nz"], sponsor: { name: "Doanh nghiệp mẫu" }, recipientCount: 3, awardedOn: "2015-09" });
    const ended = await end({ id: "vinh-phuc:nz", version: 1, on: "2013" });
    expect(ended).toMatchObject(bad("on"));
    expect(ended.text).toContain("1 branch, 1 position, 1 scholarship after it was dissolved in 2013. Correct these first (correctBranch, correctPosition, correctScholarship), or send another day.");
    const corrected = await correct({ id: "vinh-phuc:nz", version: 1, foundedOn: "2016" });
    expect(corrected).toMatchObject(bad("foundedOn"));
    expect(corrected.text).toContain("1 branch, 1 position, 1 scholarship before it was founded in 2016.");
    expect(await correct({ id: "vinh-phuc:nz", version: 1, foundedOn: "2015" })).toMatchObject(bad("foundedOn"));
    await change("correctPosition", { id: chair.id, version: 1, since: "2015", reason: "A test" });
    expect(await correct({ id: "vinh-phuc:nz", version: 1, foundedOn: "2015" })).toMatchObject({ refused: [] });
    await change("endBranch", { id: branch.id, version: 1, on: "2016", reason: "A test" });
    expect(await end({ id: "vinh-phuc:nz", version: 2, on: "2015-12" })).toMatchObject({ refused: [] });
    expect(await change("createBranch", { association: "vinh-phuc:nz", name: { vi: "Chi hội mẫu" }, hostKind: "OTHER", since: "2016" })).toMatchObject(bad("since"));
    expect(await change("createCongress", { association: "vinh-phuc:nz", ordinal: 1, heldOn: "2016", tenureFrom: 2016, tenureTo: 2021 })).toMatchObject(bad("heldOn"));
  });

  it("is that of its branches and memberships, in lists, counts and figures", async () => {
    const ofDemo = viewers.officer("associations", "demo");
    const query = `{ friendshipAssociation(id: "demo:la") { membershipCount(asOf: "2025-12-31") earlier: membershipCount(asOf: "2024-12-31") memberships(asOf: "2025-12-31") { totalCount } branches { totalCount } }
      union(id: "demo") { annualReport(year: 2025) { associations { memberships: figure(code: "associations.memberships") { value } branches: figure(code: "associations.branches") { value } } } } }`;
    const before = (await division.run(query, {}, ofDemo)).data;
    // Some members joined in the last months, so that it can only be dissolved after that.
    expect((await change("endFriendshipAssociation", { id: "demo:la", version: 1, on: "2025-12-30", reason: "A test" }, "dissolvedOn", ofDemo)).refused).toEqual([]);
    const { friendshipAssociation: ended, union } = (await division.run(query, {}, ofDemo)).data;
    expect(ended).toEqual({ membershipCount: 0, earlier: before.friendshipAssociation.earlier, memberships: { totalCount: 0 }, branches: { totalCount: 0 } });
    const { memberships, branches } = union.annualReport.associations;
    const earlier = before.union.annualReport.associations;
    expect(Number(memberships.value)).toBe(Number(earlier.memberships.value) - before.friendshipAssociation.membershipCount);
    expect(Number(branches.value)).toBe(Number(earlier.branches.value) - before.friendshipAssociation.branches.totalCount);
  });
});

describe("a congress", () => {
  it("has an ordinal of its own in its association", async () => {
    const congress = { association: "vinh-phuc:de", ordinal: 1, tenureFrom: 2015, tenureTo: 2020 };
    expect((await change("createCongress", congress, "ordinal heldOn")).changed).toEqual({ ordinal: 1, heldOn: null });
    expect(await change("createCongress", congress)).toMatchObject({ changed: null, refused: [["CONFLICT", expect.arrayContaining(["association"])]] });
  });
});

it("what is added to a made-up union goes with it when it is made anew", async () => {
  const { changed } = await change("createBranch", { association: "demo:th", name: { vi: "Chi hội mẫu" }, hostKind: "OTHER", since: "2015" }, "id", viewers.officer("associations", "demo"));
  expect(changed.id).toMatch(/^demo:/);
});
