import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true });
});
afterAll(() => division[Symbol.asyncDispose]());

const { officer, admin, viewer } = viewers;
const change = changesOf(() => division, viewers.officer("associations", "vinh-phuc"));
const ofAll = officer("associations", "*");
const ofHue = officer("associations", "hue");
const hue = { id: "hue", name: { vi: "Liên hiệp mẫu" }, level: "PROVINCIAL", parent: "vufo" };
const created = (over: object, who = ofAll) => change("createUnion", { ...hue, ...over }, "id version level parent { id } name { vi en }", who);

describe("a new union", () => {
  it("is below the national one, and named in one language at least", async () => {
    const { changed } = await created({}, ofHue);
    expect(changed).toEqual({ id: "hue", version: 1, level: "PROVINCIAL", parent: { id: "vufo" }, name: { vi: "Liên hiệp mẫu", en: "Liên hiệp mẫu" } });
  });

  it.each([[{ id: "a", parent: null }], [{ id: "a", parent: "dong-nai" }], [{ id: "a", parent: "nowhere" }], [{ id: "a", level: "NATIONAL" }]])("is not %j", async over =>
    expect(await created(over)).toMatchObject({ changed: null, refused: [["BAD_USER_INPUT", "parent"]] }));

  it("is no second one of its id, and no second national one", async () => {
    expect(await created({ id: "dong-nai" })).toMatchObject({ refused: [["CONFLICT", ["id"]]] });
    expect(await created({ id: "second", level: "NATIONAL", parent: null })).toMatchObject({ refused: [["CONFLICT", ["level"]]] });
  });
});

describe("the national union", () => {
  const rename = (who: typeof ofAll) => change("changeUnion", { id: "vufo", version: 1, name: { vi: "Liên hiệp" } }, "name { vi }", who);

  it("is changed only by roles for every union", async () => {
    for (const who of [officer("associations", "vufo"), admin("vufo", "dong-nai")]) expect(await rename(who)).toMatchObject({ changed: null, refused: [["FORBIDDEN", undefined]] });
    expect(await rename(ofAll)).toMatchObject({ changed: { name: { vi: "Liên hiệp" } }, refused: [] });
  });

  it("is not made of a provincial one by its officer, nor becomes one while others are below it", async () => {
    const correct = (input: object, who = ofAll) => change("correctUnion", { reason: "A test", ...input }, "level", who);
    expect(await correct({ id: "dong-nai", version: 1, level: "NATIONAL", parent: null }, officer("associations", "dong-nai"))).toMatchObject({ refused: [["FORBIDDEN", undefined]] });
    expect(await correct({ id: "vufo", version: 2, level: "PROVINCIAL" })).toMatchObject({ refused: [["BAD_USER_INPUT", "level"]] });
  });
});

describe("the end of a union", () => {
  const ofSonTay = officer("associations", "son-tay");
  const sonTay = { id: "son-tay", reason: "Merged by decision" };
  const end = (input: object, who = ofSonTay) => change("endUnion", { ...sonTay, ...input }, "id version endedOn", who);
  beforeAll(() => created({ id: "son-tay" }, ofSonTay));

  it("is written down by its own officers, and it is still found: by its id, in the list, as a reference and as it stood before", async () => {
    expect(await end({ version: 1, on: "2008-08" }, ofHue)).toMatchObject({ changed: null, refused: [["FORBIDDEN", undefined]] });
    expect(await end({ version: 1, on: "2008-08" })).toEqual(expect.objectContaining({ changed: { id: "son-tay", version: 2, endedOn: "2008-08" }, refused: [] }));
    const { data } = await division.run(
      '{ union(id: "son-tay") { endedOn name { vi } } unions { id endedOn } _entities(representations: [{ __typename: "Union", id: "son-tay" }]) { ... on Union { endedOn } } }',
    );
    expect(data.union).toEqual({ endedOn: "2008-08", name: { vi: "Liên hiệp mẫu" } });
    expect(data.unions).toEqual(expect.arrayContaining([{ id: "son-tay", endedOn: "2008-08" }, { id: "dong-nai", endedOn: null }]));
    expect(data._entities).toEqual([{ endedOn: "2008-08" }]);
    const { data: seen } = await division.run('{ union(id: "son-tay") { history { nodes { action reason changes { field before after } } } asOf(day: "2999-01-01") { endedOn } } }', {}, viewer("son-tay"));
    expect(seen.union.history.nodes[0]).toEqual({ action: "endUnion", reason: "Merged by decision", changes: [{ field: "endedOn", before: null, after: "2008-08" }] });
    expect(seen.union.asOf).toEqual({ endedOn: "2008-08" });
  });

  it("comes once; a wrong one is corrected, and the union stands again", async () => {
    const again = await end({ version: 2, on: "2009" });
    expect(again).toMatchObject({ changed: null, refused: [["CONFLICT", undefined]] });
    expect(again.text).toMatch(/ended in 2008-08 already\. If that is wrong, correct it.*"current":2/);
    const correct = (input: object) => change("correctUnion", { ...sonTay, ...input }, "version endedOn", ofSonTay);
    expect(await correct({ version: 2, endedOn: null })).toMatchObject({ changed: { version: 3, endedOn: null } });
    expect(await end({ version: 3, on: "2008-08-01" })).toMatchObject({ changed: { version: 4, endedOn: "2008-08-01" } });
  });

  it("leaves room for associations that were founded before it, and for no later one", async () => {
    const found = (foundedOn: string, number: number) =>
      change("createFriendshipAssociation", { union: "son-tay", name: { vi: "Hội mẫu" }, countries: ["LA", "KH", "TH"].slice(number), foundedOn }, "id foundedOn", ofSonTay);
    expect(await found("2008-08", 0)).toMatchObject({ changed: { foundedOn: "2008-08" }, refused: [] });
    expect(await found("2008-09", 1)).toMatchObject({ changed: null, refused: [["BAD_USER_INPUT", "foundedOn"]] });
    const earlier = await change("correctUnion", { ...sonTay, version: 4, endedOn: "2008-07" }, "id", ofSonTay);
    expect(earlier).toMatchObject({ changed: null, refused: [["BAD_USER_INPUT", "endedOn"]] });
    expect(earlier.text).toContain("its association son-tay:kh-la-th was founded in 2008-08");
    const { changed } = await found("2008-07", 2);
    expect(await change("correctFriendshipAssociation", { id: changed!.id, version: 1, foundedOn: "2010", reason: "A test" }, "id", ofSonTay)).toMatchObject({ refused: [["BAD_USER_INPUT", "foundedOn"]] });
  });

  it("of the national one is for roles for every union", async () => {
    expect(await end({ id: "vufo", version: 2, on: "2024" }, officer("associations", "vufo"))).toMatchObject({ changed: null, refused: [["FORBIDDEN", undefined]] });
  });
});

it("a union's history tells what it was called, to those who have a role in it", async () => {
  await change("changeUnion", { id: "hue", version: 1, name: { vi: "Liên hiệp mới", en: "New union" } }, "id", ofHue);
  const query = '{ union(id: "hue") { history { nodes { action reason changes { field before after } } } asOf(day: "2999-01-01") { name { vi } version } } }';
  const { data } = await division.run(query, {}, viewer("hue"));
  expect(data.union.history.nodes[0]).toMatchObject({ action: "changeUnion", changes: [{ field: "name.en", before: null, after: "New union" }, { field: "name.vi", before: "Liên hiệp mẫu", after: "Liên hiệp mới" }] });
  expect(data.union.asOf).toEqual({ name: { vi: "Liên hiệp mới" }, version: 2 });
  const { data: hidden, errors } = await division.run(query, {}, viewer("dong-nai"));
  expect(hidden.union).toEqual({ history: null, asOf: null });
  expect(errors).toHaveLength(2);
});

it("that is not there has no numbers", async () => {
  const printed = { union: "nowhere", code: "associations.memberships", statedAsOf: "2020", value: "1", asPrinted: "one", source: { title: "A report" } };
  const { errors } = await division.run("mutation ($in: CreateReportedFigureInput!) { createAssociationsReportedFigure(input: $in) { reportedFigure { id } } }", { in: { idempotencyKey: "nowhere", ...printed } }, ofAll);
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "union" } }]);
});
