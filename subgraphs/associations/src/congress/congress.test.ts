import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { articlesAlone } from "../articles-alone.fixture";
import { associations } from "../associations";
import { monthsLeft } from "./tenures";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
  await articlesAlone(division);
});
afterAll(() => division[Symbol.asyncDispose]());

const change = changesOf(() => division, viewers.officer("associations", "vinh-phuc"));
const made = (input: object, fields = "id version state") => change("createCongress", { association: "vinh-phuc:gb", ordinal: 1, tenureFrom: 2018, tenureTo: 2023, ...input }, fields);
const bad = (argument: string) => ({ changed: null, refused: [["BAD_USER_INPUT", argument]] });
const run = async (query: string) => {
  const { data, errors = [] } = await division.run(query);
  return { data, refused: errors.map(({ extensions: { code, argument } }) => [code, argument]) };
};

describe("a congress", () => {
  const bodies = [{ kind: "EXECUTIVE_COMMITTEE", members: 15 }, { kind: "OTHER", name: "Ban cố vấn", members: null }];

  it("has its level, delegates and the bodies that it elected", async () => {
    const { changed } = await made({ heldOn: "2018-06", level: "PROVINCIAL", delegates: 150, bodies: [{ ...bodies[0] }, { ...bodies[1] }] });
    const { data } = await run(`{ congress(id: "${changed.id}") { association { id } ordinal state heldOn plannedOn level delegates bodies { kind name members } } nothing: congress(id: "nowhere") { id } }`);
    expect(data).toEqual({
      congress: { association: { id: "vinh-phuc:gb" }, ordinal: 1, state: "HELD", heldOn: "2018-06", plannedOn: null, level: "PROVINCIAL", delegates: 150, bodies: [{ kind: "EXECUTIVE_COMMITTEE", name: null, members: 15 }, bodies[1]] },
      nothing: null,
    });
  });

  it("that is planned is not the current one until it was held, and elects nobody before", async () => {
    const { changed } = await made({ ordinal: 2, tenureFrom: 2023, tenureTo: 2028, plannedOn: "2023-05" });
    const states = async () => (await run('{ friendshipAssociation(id: "vinh-phuc:gb") { congresses { ordinal state } currentCongress { ordinal } } }')).data.friendshipAssociation;
    expect(await states()).toEqual({ congresses: [{ ordinal: 1, state: "HELD" }, { ordinal: 2, state: "PLANNED" }], currentCongress: { ordinal: 1 } });
    expect(await change("changeCongress", { id: changed.id, version: 1, bodies: [{ kind: "STANDING_COMMITTEE" }] })).toMatchObject(bad("bodies"));
    expect((await change("changeCongress", { id: changed.id, version: 1, heldOn: "2023-06-10", bodies: [{ kind: "STANDING_COMMITTEE", members: 5 }] }, "version state bodies { members }")).changed).toEqual({ version: 2, state: "HELD", bodies: [{ members: 5 }] });
    expect((await states()).currentCongress).toEqual({ ordinal: 2 });
  });

  it("has an ordinal of its own, and a second one is told of the first", async () => {
    const refused = await made({ association: "vinh-phuc:gb", tenureFrom: 2030, tenureTo: 2031, plannedOn: "2030" });
    expect(refused).toMatchObject({ changed: null, refused: [["CONFLICT", ["association", "ordinal"]]] });
    expect(refused.text).toMatch(/congress 1 \(2018-2023\) already, with the id [^ ]+\. Give this one another ordinal/);
  });

  it.each([
    [{ tenureFrom: 2022, tenureTo: 2023 }, "tenureFrom"], [{ tenureFrom: 2027, tenureTo: 2030 }, "tenureFrom"], [{ tenureFrom: 2015, tenureTo: 2019 }, "tenureTo"], [{ tenureFrom: 2018, tenureTo: 2023 }, "tenureFrom"],
    [{ tenureFrom: 2020, tenureTo: 2020 }, "tenureFrom"],
  ])("has a tenure that overlaps no other: %p", async (tenure, argument) => {
    const refused = await made({ ordinal: 9, ...tenure });
    expect(refused).toMatchObject(bad(argument));
    expect(refused.text).toMatch(/overlaps that of congress \d/);
  });

  it("may begin a tenure in the year in which the one before ends, and no change makes them overlap", async () => {
    const { changed } = await made({ ordinal: 3, tenureFrom: 2028, tenureTo: 2033, plannedOn: "2028" });
    expect(changed).toMatchObject({ state: "PLANNED" });
    expect(await change("changeCongress", { id: changed.id, version: 1, tenureFrom: 2027 })).toMatchObject(bad("tenureFrom"));
    expect(await change("correctCongress", { id: changed.id, version: 1, ordinal: 2, reason: "A test" })).toMatchObject({ refused: [["CONFLICT", ["association", "ordinal"]]] });
  });
});

describe("the congresses of an association", () => {
  const of = (ordinal: number, tenureFrom: number, more: object = {}) => made({ association: "vinh-phuc:cn", ordinal, tenureFrom, tenureTo: tenureFrom + 5, ...more });

  it("follow each other as their ordinals do", async () => {
    expect((await of(4, 2008, { heldOn: "2008-05" })).refused).toEqual([]);
    const { changed: sixth } = await of(6, 2018, { heldOn: "2017-12" });
    expect(sixth).toMatchObject({ version: 1 });
    for (const [ordinal, tenureFrom] of [[5, 2003], [5, 2023], [3, 2013], [7, 2013]] as const) expect(await of(ordinal, tenureFrom)).toMatchObject(bad("ordinal"));
    for (const heldOn of ["2019", "2011-12", "2024"]) expect(await of(5, 2013, { heldOn })).toMatchObject(bad("heldOn"));
    expect((await of(5, 2013, { heldOn: "2017" })).refused).toEqual([]);
    expect(await change("correctCongress", { id: sixth.id, version: 1, heldOn: "2016", reason: "A test" })).toMatchObject(bad("heldOn"));
    expect(await change("correctCongress", { id: sixth.id, version: 1, ordinal: 3, reason: "A test" })).toMatchObject(bad("ordinal"));
  });

  it.each([0, 100, 4000])("have no ordinal %s", async ordinal => expect(await of(ordinal, 2018)).toMatchObject(bad("ordinal")));

  it("are not planned once it was dissolved", async () => {
    const { changed: planned } = await of(7, 2031, { plannedOn: "2031" });
    await change("endFriendshipAssociation", { id: "vinh-phuc:cn", version: 1, on: "2024-05", reason: "A test" });
    expect(await of(8, 2040, { plannedOn: "2040" })).toMatchObject(bad("plannedOn"));
    expect(await of(8, 2040)).toMatchObject(bad("tenureFrom"));
    expect(await change("changeCongress", { id: planned.id, version: 1, plannedOn: "2032" })).toMatchObject(bad("plannedOn"));
    expect((await change("changeCongress", { id: planned.id, version: 1, plannedOn: null })).refused).toEqual([]);
  });
});

describe("congresses", () => {
  it.each([
    ['union: "vinh-phuc", state: PLANNED', ["vinh-phuc:cn 7", "vinh-phuc:gb 3"]],
    ['union: "vufo"', ["vufo:cn 7"]],
    ['union: "vufo", includeDescendants: true, heldFrom: "2023-01-01", heldTo: "2023-12-31"', ["vufo:cn 7", "vinh-phuc:gb 2"]],
    ['association: "demo:la"', ["demo:la 2", "demo:la 1"]],
    ['heldFrom: "2018-06-01", heldTo: "2018-06-29"', []],
  ])("are found by %s, the newest first", async (args, found) => {
    const { data } = await run(`{ congresses(${args}) { totalCount nodes { ordinal association { id } } } }`);
    const { totalCount, nodes } = data.congresses;
    expect({ totalCount, found: nodes.map(({ ordinal, association }: { ordinal: number; association: { id: string } }) => `${association.id} ${ordinal}`) }).toEqual({ totalCount: found.length, found });
  });

  it("are read to the last page, each once", async () => {
    const first = (await run('{ congresses(union: "demo", first: 15) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }')).data.congresses;
    const second = (await run(`{ congresses(union: "demo", first: 15, after: "${first.pageInfo.endCursor}") { nodes { id } pageInfo { hasNextPage } } }`)).data.congresses;
    // Two of each of ten associations, and two that are planned.
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([22, true, false]);
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }: { id: string }) => id)).size).toBe(22);
    const planned = (await run('{ congresses(union: "demo", state: PLANNED) { nodes { plannedOn tenureFrom association { id } } } }')).data.congresses;
    expect(planned.nodes).toEqual([{ plannedOn: "2028-06", tenureFrom: 2028, association: { id: "demo:jp" } }, { plannedOn: "2027-06", tenureFrom: 2027, association: { id: "demo:kr" } }]);
  });

  it.each([["first: 101", "first"], ['after: "x"', "after"], ['heldFrom: "2024-01-01", heldTo: "2023-01-01"', "heldTo"]])("refuse %s", async (args, argument) =>
    expect(await run(`{ congresses(${args}) { totalCount } }`)).toEqual({ data: { congresses: null }, refused: [["BAD_USER_INPUT", argument]] }));
});

describe("tenures that end", () => {
  beforeAll(() => made({ association: "vinh-phuc:de", tenureFrom: 2020, tenureTo: 2025 }));

  const ending = async (args: string) => (await run(`{ tenuresEnding(${args}) { totalCount nodes { association { id } congress { ordinal tenureFrom tenureTo } endsOn monthsLeft } } }`)).data.tenuresEnding;

  it("are those within the months for which no congress is planned", async () => {
    expect(await ending('withinMonths: 12, asOf: "2027-12-31", union: "vufo"')).toEqual({
      totalCount: 1,
      nodes: [{ association: { id: "vufo:cn" }, congress: { ordinal: 7, tenureFrom: 2023, tenureTo: 2028 }, endsOn: "2028-12-31", monthsLeft: 12 }],
    });
    expect(await ending('withinMonths: 12, asOf: "2027-12-30", union: "vufo"')).toMatchObject({ totalCount: 0 });
    // Its third congress is planned.
    expect((await ending('withinMonths: 120, asOf: "2028-01-01", union: "vufo", includeDescendants: true')).nodes.map((each: { association: { id: string } }) => each.association.id)).toEqual(["vinh-phuc:de", "vufo:cn"]);
  });

  it("are not hidden by a plan that came to nothing, nor by one without a day once they are over", async () => {
    await made({ association: "vinh-phuc:bg", tenureFrom: 2018, tenureTo: 2024 });
    const { changed: next } = await made({ association: "vinh-phuc:bg", ordinal: 2, tenureFrom: 2030, tenureTo: 2035, plannedOn: "2024-06" });
    const found = async (asOf: string) => (await ending(`withinMonths: 12, asOf: "${asOf}", union: "vinh-phuc"`)).nodes.some((each: { association: { id: string } }) => each.association.id === "vinh-phuc:bg");
    const days = ["2024-06-30", "2024-07-01", "2025-01-01"];
    expect(await Promise.all(days.map(found))).toEqual([false, true, true]);
    await change("changeCongress", { id: next.id, version: 1, plannedOn: null });
    expect(await Promise.all(days.map(found))).toEqual([false, false, true]);
    await change("changeCongress", { id: next.id, version: 2, plannedOn: "2029-12" });
    expect(await Promise.all([...days, "2029-12-31", "2032-01-01"].map(found))).toEqual([false, false, false, false, false]);
  });

  it("hold those that ended before, and leave out what was held later", async () => {
    expect((await ending('withinMonths: 0, asOf: "2026-02-15", union: "vinh-phuc"')).nodes).toMatchObject([{ association: { id: "vinh-phuc:de" }, endsOn: "2025-12-31", monthsLeft: -2 }]);
    expect(await ending('withinMonths: 12, asOf: "2023-01-31", union: "demo"')).toMatchObject({ totalCount: 0 });
    // Of a demo's ten all but the two whose next congress is planned; two of them ended before.
    expect(await ending('withinMonths: 12, asOf: "2028-01-31", union: "demo"')).toMatchObject({ totalCount: 8 });
    expect((await ending('withinMonths: 6, asOf: "2026-11-01", union: "demo"')).nodes).toMatchObject([{ association: { id: "demo:kh" }, monthsLeft: -10 }, { association: { id: "demo:th" }, monthsLeft: 2 }]);
  });

  it.each([["withinMonths: -1", "withinMonths"], ["withinMonths: 121", "withinMonths"], ["withinMonths: 1, first: 0", "first"]])("refuse %s", async (args, argument) =>
    expect(await run(`{ tenuresEnding(${args}) { totalCount } }`)).toEqual({ data: { tenuresEnding: null }, refused: [["BAD_USER_INPUT", argument]] }));

  it.each([["2028-12-31", 0], ["2028-12-01", 1], ["2028-11-30", 1], ["2027-12-31", 12], ["2029-01-01", 0], ["2029-01-02", -1]])("are counted in full months on %s: %s", (day, months) => expect(monthsLeft(day, 2028)).toBe(months));

  it("and congresses held are figures of the report", async () => {
    const { data } = await run(`{ union(id: "vufo") { held: annualReport(year: 2023) { associations { figure(code: "associations.congressesHeld") { value records { nodes { kind } } } } }
      ends: report(from: "2028-07-01", to: "2028-12-31") { associations { figure(code: "associations.tenuresEnding") { value } } } } }`);
    expect(data.union).toEqual({ held: { associations: { figure: { value: "1", records: { nodes: [{ kind: "Congress" }] } } } }, ends: { associations: { figure: { value: "1" } } } });
  });
});

describe("two congresses that are written down at once", () => {
  it.each(["jp", "ru", "kr"])("do not have the same tenure, nor the same ordinal: %s", async country => {
    const add = (ordinal: number, tenureFrom: number) => made({ association: `vinh-phuc:${country}`, ordinal, tenureFrom, tenureTo: tenureFrom + 1 });
    const [tenures, ordinals] = [await Promise.all([add(1, 2020), add(2, 2020)]), await Promise.all([add(3, 2022), add(3, 2024)])];
    for (const answers of [tenures, ordinals]) expect(answers.map(({ changed }) => changed !== null).sort()).toEqual([false, true]);
    expect(tenures.flatMap(({ refused }) => refused)).toEqual([["BAD_USER_INPUT", "tenureFrom"]]);
    const lost = ordinals.find(({ changed }) => changed === null)!;
    expect(lost).toMatchObject({ refused: [["CONFLICT", ["association", "ordinal"]]] });
    expect(lost.text).toContain("Give this one another ordinal");
  });
});
