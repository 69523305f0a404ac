import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";
import { articlesAlone } from "../articles-alone.fixture";

let division: TestSubgraph;
const { officer, viewer } = viewers;
const ofAll = officer("associations", "*");
const change = changesOf(() => division, ofAll);
const union = (input: object) => change("createUnion", { name: { vi: "Liên hiệp mẫu" }, level: "PROVINCIAL", parent: "vufo", ...input }, "id version parent { id } foundedOn");
const act = { predecessor: "vinh-phuc", successor: "phu-tho", kind: "MERGER", effectiveOn: "2025-07-01", decisionNumber: "12/QĐ-LH", decidedOn: "2025-06", decisionIssuer: "Ban Chấp hành" };
const succeed = (input: object, who = ofAll) => change("createUnionSuccession", { ...act, ...input }, "id version kind effectiveOn decisionNumber decidedOn decisionIssuer predecessor { id endedOn } successor { id }", who);
const bad = (argument: string) => ({ changed: null, refused: [["BAD_USER_INPUT", argument]] });
const read = async (query: string) => {
  const { data, errors } = await division.run(query);
  expect(errors).toBeUndefined();
  return data;
};

beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
  await articlesAlone(division);
  await union({ id: "cum-4", level: "CLUSTER" });
  await union({ id: "phu-tho", parent: "cum-4", foundedOn: "2009" });
  for (const number of [1, 2, 3]) await union({ id: `hoi-${number}`, name: { vi: `Tổ chức mẫu ${number}` }, level: "MEMBER_ORGANISATION", parent: "phu-tho", foundedOn: String(2010 + number) });
});
afterAll(() => division[Symbol.asyncDispose]());

describe("the tree of unions", () => {
  it.each([
    [{ id: "x", level: "CLUSTER", parent: "phu-tho" }], [{ id: "x", parent: "dong-nai" }], [{ id: "x", level: "MEMBER_ORGANISATION", parent: "cum-4" }], [{ id: "x", level: "MEMBER_ORGANISATION", parent: null }],
    [{ id: "x", level: "CLUSTER", parent: "x" }],
  ])("does not hold %j", async input => expect(await union(input)).toMatchObject(bad("parent")));

  it("has what is below a union, page by page, by level, day and text", async () => {
    const { vufo, phuTho } = await read(`{
      vufo: union(id: "vufo") { unionsBelow(first: 2) { totalCount pageInfo { endCursor } } direct: unionsBelow(direct: true) { nodes { id } } }
      phuTho: union(id: "phu-tho") {
        members: unionsBelow(level: MEMBER_ORGANISATION) { nodes { id } } then: unionsBelow(asOf: "2012-12-31") { nodes { id } } text: unionsBelow(text: "mau 3") { nodes { id } } } }`);
    expect(vufo).toMatchObject({ unionsBelow: { totalCount: 7 }, direct: { nodes: [{ id: "dong-nai" }, { id: "vinh-phuc" }, { id: "cum-4" }] } });
    expect(phuTho).toEqual({ members: { nodes: [{ id: "hoi-1" }, { id: "hoi-2" }, { id: "hoi-3" }] }, then: { nodes: [{ id: "hoi-1" }, { id: "hoi-2" }] }, text: { nodes: [{ id: "hoi-3" }] } });
    const { union: rest } = await read(`{ union(id: "vufo") { unionsBelow(after: "${vufo.unionsBelow.pageInfo.endCursor}", first: 10) { nodes { id } } } }`);
    expect(rest.unionsBelow.nodes).toHaveLength(5);
    const { errors } = await division.run('{ union(id: "vufo") { unionsBelow(first: 0) { totalCount } } }');
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "first" } }]);
  });

  it("is read as a list by day, text, and what lies below", async () => {
    const ids = await read('{ a: unions(asOf: "2008-12-31") { id } b: unions(text: "to chuc mau") { id } c: unions(within: "cum-4", level: PROVINCIAL) { id } d: unions(parent: "cum-4") { id } }');
    expect(ids.a).not.toContainEqual({ id: "phu-tho" });
    expect(ids).toMatchObject({ b: [{ id: "hoi-1" }, { id: "hoi-2" }, { id: "hoi-3" }], c: [{ id: "phu-tho" }], d: [{ id: "phu-tho" }] });
  });

  it("changes when a union is put below another, which its history tells", async () => {
    expect(await change("changeUnion", { id: "dong-nai", version: 1, parent: "cum-4" }, "version parent { id }")).toMatchObject({ changed: { version: 2, parent: { id: "cum-4" } } });
    expect(await change("changeUnion", { id: "dong-nai", version: 2, parent: "vinh-phuc" }, "version")).toMatchObject(bad("parent"));
    expect(await change("correctUnion", { id: "cum-4", version: 1, level: "PROVINCIAL", reason: "A test" }, "version")).toMatchObject(bad("level"));
    const { data } = await division.run('{ union(id: "dong-nai") { history(first: 1) { nodes { action changes { field before after } } } } }', {}, viewer("dong-nai"));
    expect(data.union.history.nodes).toEqual([{ action: "changeUnion", changes: [{ field: "parentId", before: "vufo", after: "cum-4" }] }]);
  });

  it("has a union end after it was founded", async () => {
    expect(await change("endUnion", { id: "phu-tho", version: 1, on: "2008", reason: "A test" }, "id")).toMatchObject(bad("on"));
    expect(await change("correctUnion", { id: "phu-tho", version: 1, foundedOn: "2999", reason: "A test" }, "id")).toMatchObject(bad("foundedOn"));
    expect(await union({ id: "x", foundedOn: "2999" })).toMatchObject(bad("foundedOn"));
  });
});

describe("a union that goes into another", () => {
  it.each([
    [{ successor: "vinh-phuc" }, "successor"], [{ successor: "nowhere" }, "successor"], [{ predecessor: "nowhere" }, "predecessor"], [{ effectiveOn: "2999" }, "effectiveOn"], [{ effectiveOn: "2008" }, "effectiveOn"],
    [{ decisionNumber: "  " }, "decisionNumber"], [{ decidedOn: "2999" }, "decidedOn"], [{ decisionIssuer: "x".repeat(201) }, "decisionIssuer"],
  ])("does not by %j", async (input, argument) => expect(await succeed(input)).toMatchObject(bad(argument)));

  it("does by an act, written down by officers of both, and ends with it", async () => {
    for (const id of ["vinh-phuc", "phu-tho"]) expect(await succeed({}, officer("associations", id))).toMatchObject({ refused: [["FORBIDDEN", undefined]] });
    const { predecessor, successor, ...said } = act;
    expect(await succeed({})).toMatchObject({
      changed: { id: "vinh-phuc:phu-tho", version: 1, ...said, predecessor: { id: predecessor, endedOn: "2025-07-01" }, successor: { id: successor } },
      refused: [],
    });
    expect(await succeed({})).toMatchObject({ refused: [["CONFLICT", expect.anything()]] });
    const found = await read('{ union(id: "phu-tho") { predecessors { kind effectiveOn predecessor { id predecessors { id } } } successors { id } } }');
    expect(found.union).toEqual({ predecessors: [{ kind: "MERGER", effectiveOn: "2025-07-01", predecessor: { id: "vinh-phuc", predecessors: [] } }], successors: [] });
    const { data } = await division.run('{ union(id: "vinh-phuc") { history(first: 1) { nodes { action } } successors { successor { id } history(first: 1) { nodes { action } } } } }', {}, viewer("vinh-phuc"));
    expect(data.union).toEqual({ history: { nodes: [{ action: "createUnionSuccession" }] }, successors: [{ successor: { id: "phu-tho" }, history: { nodes: [{ action: "createUnionSuccession" }] } }] });
  });

  it("does not end while others stand below it, by an act or without: they are named, and put below another one first", async () => {
    await union({ id: "moi", foundedOn: "2025-07-01" });
    const byAct = await succeed({ predecessor: "phu-tho", successor: "moi", effectiveOn: "2025-08" });
    expect(byAct).toMatchObject({ changed: null, refused: [["CONFLICT", undefined]] });
    expect(byAct.text).toMatch(/of which there are 3: hoi-1, hoi-2, hoi-3\. End them with endUnion, or put them below another one with changeUnion, first/);
    const national = await change("endUnion", { id: "vufo", version: 1, on: "2025", reason: "A test" }, "id");
    expect(national).toMatchObject({ changed: null, refused: [["CONFLICT", undefined]] });
    expect(national.text).toContain("of which there are 2: cum-4, moi");
    expect(await change("correctUnion", { id: "phu-tho", version: 1, endedOn: "2025-08", reason: "A test" }, "id")).toMatchObject({ refused: [["CONFLICT", undefined]] });
    for (const number of [1, 2]) expect(await change("changeUnion", { id: `hoi-${number}`, version: 1, parent: "moi" }, "id")).toMatchObject({ refused: [] });
    expect(await change("endUnion", { id: "hoi-3", version: 1, on: "2024", reason: "A test" }, "id")).toMatchObject({ refused: [] });
  });

  it("is of the same kind as its successor: real, or made up for trying", async () => {
    expect(await succeed({ predecessor: "dong-nai", successor: "demo", effectiveOn: "2025" })).toMatchObject(bad("successor"));
    expect(await succeed({ predecessor: "demo:member-1", successor: "dong-nai", effectiveOn: "2025" })).toMatchObject(bad("successor"));
    expect(await union({ id: "x", parent: "demo", level: "MEMBER_ORGANISATION" })).toMatchObject(bad("parent"));
  });

  it("does not succeed what came after it, at whatever distance", async () => {
    expect(await succeed({ predecessor: "phu-tho", successor: "moi", effectiveOn: "2025-08" })).toMatchObject({ refused: [] });
    await change("correctUnion", { id: "vinh-phuc", version: 3, endedOn: null, reason: "A test" }, "id");
    expect(await succeed({ predecessor: "moi", successor: "vinh-phuc", effectiveOn: "2025-09" })).toMatchObject(bad("successor"));
  });

  it("has none put below it, and none below it that stands again, when it has ended", async () => {
    expect(await union({ id: "x", parent: "phu-tho", level: "MEMBER_ORGANISATION" })).toMatchObject(bad("parent"));
    expect(await change("changeUnion", { id: "hoi-1", version: 2, parent: "phu-tho" }, "id")).toMatchObject(bad("parent"));
    expect(await change("correctUnion", { id: "hoi-3", version: 2, endedOn: null, reason: "A test" }, "id")).toMatchObject(bad("endedOn"));
    expect(await change("changeUnion", { id: "hoi-3", version: 2, name: { vi: "Tổ chức mẫu" } }, "id")).toMatchObject({ refused: [] });
  });

  it("is put right, but not to a day on which one of the two was not there", async () => {
    const correct = (input: object) => change("correctUnionSuccession", { id: "phu-tho:moi", version: 1, reason: "A test", ...input }, "version kind effectiveOn");
    expect(await correct({ effectiveOn: "2024" })).toMatchObject(bad("effectiveOn"));
    expect(await correct({ effectiveOn: "2025-07-15", kind: "RENAMING" })).toMatchObject({ changed: { version: 2, kind: "RENAMING", effectiveOn: "2025-07-15" } });
  });

  it("goes on itself where only a part of it was taken out", async () => {
    await union({ id: "tach", foundedOn: "2020" });
    expect(await succeed({ predecessor: "dong-nai", successor: "tach", kind: "SEPARATION", effectiveOn: "2020" })).toMatchObject({ changed: { predecessor: { endedOn: null } } });
  });
});

describe("the report of a union that took the place of another", () => {
  const figures = `id associations { associations: figure(code: "associations.associations") { value basis readings { basis value unionId } records { totalCount } }
    countries: figure(code: "associations.countries") { value records { totalCount } } founded: figure(code: "associations.founded") { value previous } }`;

  it("is its own, and of 2014 with its predecessors that of Vinh Phuc, which is still Vinh Phuc's", async () => {
    const { then, own, both } = await read(`{ then: union(id: "vinh-phuc") { annualReport(year: 2014) { ${figures} } }
      own: union(id: "moi") { annualReport(year: 2014) { ${figures} } } both: union(id: "moi") { annualReport(year: 2014, includePredecessors: true) { ${figures} } } }`);
    expect(then.annualReport.associations).toMatchObject({ associations: { value: "10", basis: "REPORTED" }, founded: { value: "2" } });
    expect(own.annualReport.associations).toMatchObject({ associations: { value: null, records: { totalCount: 0 } }, founded: { value: null } });
    // Phu Tho's union stood in 2014 and nobody says how many it had; that of 2025 did not.
    expect(both.annualReport.associations).toMatchObject({
      associations: { value: "10", basis: "REPORTED", readings: [{ value: "10", unionId: null }, { basis: "RECORDED", value: "9", unionId: null }, { basis: "REPORTED", value: "10", unionId: "vinh-phuc" }], records: { totalCount: 9 } },
      countries: { value: "10", records: { totalCount: 10 } },
      founded: { value: "2" },
    });
  });

  it("is found again by its id, with its unions", async () => {
    const { union: of } = await read('{ union(id: "moi") { report(from: "2014-01-01", to: "2014-12-31", includePredecessors: true) { id } } }');
    const { data } = await division.run('query ($of: [_Any!]!) { _entities(representations: $of) { ... on Report { unions { id } associations { figure(code: "associations.associations") { value } } } } }', { of: [{ __typename: "Report", id: of.report.id }] });
    expect(data._entities).toEqual([{ unions: [{ id: "moi" }, { id: "phu-tho" }, { id: "vinh-phuc" }], associations: { figure: { value: "10" } } }]);
  });
});
