import { openDatabase } from "@huu-nghi/subgraph-kit";
import { changesOf, testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";
import { SeriesStep } from "./growth-measure";
import { seriesDays } from "./series-days";

let division: TestSubgraph;
const ofVinhPhuc = viewers.officer("associations", "vinh-phuc");
const change = changesOf(() => division, ofVinhPhuc);

beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
  const { writer, close } = await openDatabase(associations, division.urls);
  await writer.query(`
    insert into person (id, full_name) values ('lan', 'Người Mẫu'), ('minh', 'Người Mẫu');
    insert into branch (id, association_id, parent_id, name_vi, host_kind, since, until) values
      ('top', 'vinh-phuc:gb', null, 'Chi hội', 'SCHOOL', '2015', null), ('below', 'vinh-phuc:gb', 'top', 'Chi hội dưới', 'SCHOOL', '2016-05', null), ('given-up', 'vinh-phuc:de', null, 'Chi hội', 'OTHER', '2015', '2017-03');
    insert into membership (id, association_id, branch_id, person_id, since, until) values
      ('1', 'vinh-phuc:gb', 'top', 'lan', '2015', '2016-06'), ('2', 'vinh-phuc:gb', 'below', 'lan', '2017-02', null), ('3', 'vinh-phuc:de', null, 'lan', '2016', null), ('4', 'vinh-phuc:gb', 'below', 'minh', '2016-03-08', null);
  `);
  await close();
}, 60_000);
afterAll(() => division[Symbol.asyncDispose]());

const run = async (query: string, who = viewers.visitor) => {
  const { data, errors = [] } = await division.run(query, {}, who);
  return { data, refused: errors.map(({ extensions: { code, argument } }) => [code, argument]) };
};

interface Point {
  on: string;
  recorded: number | null;
  value: string | null;
  basis: string | null;
  reported: { value: string } | null;
}
const series = async (of: string, args: string): Promise<Point[]> => (await run(`{ of: ${of} { series(${args}) { on recorded value basis reported { value } } } }`)).data.of.series;
const ofUnion = 'union(id: "vinh-phuc")';
const ofAssociation = 'friendshipAssociation(id: "vinh-phuc:gb")';
const years = 'from: "2014-01-01", to: "2018-12-31", step: YEAR';
const recorded = (points: Point[]) => points.map(each => each.recorded);

describe("the days of a series", () => {
  it.each([
    ["2014-03-05", "2016-02-10", SeriesStep.YEAR, ["2014-12-31", "2015-12-31", "2016-02-10"]],
    ["2015-12-31", "2016-06-30", SeriesStep.QUARTER, ["2015-12-31", "2016-03-31", "2016-06-30"]],
    ["2016-01-31", "2016-03-01", SeriesStep.MONTH, ["2016-01-31", "2016-02-29", "2016-03-01"]],
    ["2998-01-01", "2999-12-31", SeriesStep.YEAR, []],
  ])("from %s to %s by %s", (from, to, step, days) => expect(seriesDays(from, to, step)).toEqual(days));

  it("are 120 at most", () => {
    expect(seriesDays("2010-01-01", "2019-12-31", SeriesStep.MONTH)).toHaveLength(120);
    expect(() => seriesDays("2009-12-31", "2019-12-31", SeriesStep.MONTH)).toThrow("there are 121 points with the step MONTH; a series has at most 120");
  });
});

describe("a series of records", () => {
  it("counts on each day what stands, and unknown is not 0", async () => {
    expect(recorded(await series(ofAssociation, `measure: BRANCHES, ${years}`))).toEqual([null, 1, 2, 2, 2]);
    expect(recorded(await series(ofUnion, `measure: BRANCHES, ${years}`))).toEqual([null, 2, 3, 2, 2]);
    expect(recorded(await series('friendshipAssociation(id: "vinh-phuc:de")', `measure: BRANCHES, ${years}`))).toEqual([null, 1, 1, 0, 0]);
    expect(recorded(await series('friendshipAssociation(id: "vinh-phuc:cn")', `measure: BRANCHES, ${years}`))).toEqual([null, null, null, null, null]);
    expect(recorded(await series(ofUnion, `measure: ASSOCIATIONS, from: "2013-01-01", to: "2014-12-31", step: YEAR`))).toEqual([null, 9]);
  });

  it("counts who left and came back on the days of both, and a person in two associations once", async () => {
    const days = 'from: "2015-12-01", to: "2017-03-31", step: QUARTER';
    expect(recorded(await series(ofAssociation, `measure: PEOPLE, ${days}`))).toEqual([1, 2, 2, 1, 1, 2]);
    expect(recorded(await series(ofUnion, `measure: MEMBERSHIPS, ${days}`))).toEqual([1, 2, 2, 1, 2, 3]);
    expect(recorded(await series(ofUnion, `measure: PEOPLE, ${days}`))).toEqual([1, 2, 2, 1, 2, 2]);
  });

  it("says the same as the counts of single days and as reports do", async () => {
    const points = await series('union(id: "demo")', 'measure: PEOPLE, from: "2020-01-01", to: "2025-12-31", step: YEAR');
    const reports = (await run(`{ union(id: "demo") { ${points.map(({ on }) => `y${on.slice(0, 4)}: annualReport(year: ${on.slice(0, 4)}) { associations { figure(code: "associations.people") { value } } }`).join(" ")} } }`)).data.union;
    expect(points.map(({ value }) => value)).toEqual(Object.values(reports as Record<string, { associations: { figure: { value: string } } }>).map(report => report.associations.figure.value));
    const months = await series('friendshipAssociation(id: "demo:la")', 'measure: MEMBERSHIPS, from: "2024-06-01", to: "2024-08-31", step: MONTH');
    const counts = (await run(`{ friendshipAssociation(id: "demo:la") { ${months.map(({ on }, at) => `m${at}: membershipCount(asOf: "${on}")`).join(" ")} } }`)).data.friendshipAssociation;
    expect(recorded(months)).toEqual(Object.values(counts as object));
  });

  it("has beside the records of a demo what its reports stated, growing from year to year", async () => {
    for (const measure of ["BRANCHES", "MEMBERSHIPS"]) {
      const points = await series('friendshipAssociation(id: "demo:kh")', `measure: ${measure}, from: "2020-01-01", to: "2025-12-31", step: YEAR`);
      const stated = points.map(({ reported }) => Number(reported!.value));
      expect(stated).toHaveLength(6);
      expect(stated).toEqual([...stated].sort((a, b) => a - b));
      expect(stated[5]).toBeGreaterThan(stated[0]!);
    }
  });

  it("takes one statement, for many associations too", async () => {
    const one = await division.statements(() => run('{ union(id: "demo") { series(measure: PEOPLE, from: "2016-01-01", to: "2025-12-31", step: MONTH) { on recorded } } }'));
    expect(one.filter(statement => statement.includes("range_agg"))).toHaveLength(1);
    const many = await division.statements(() => run('{ union(id: "demo") { friendshipAssociations { nodes { series(measure: MEMBERSHIPS, from: "2016-01-01", to: "2025-12-31", step: YEAR) { on recorded } } } } }'));
    expect(many.filter(statement => statement.includes("range_agg"))).toHaveLength(1);
  });

  it.each([
    [ofUnion, 'measure: PEOPLE, from: "2016-01-01", to: "2015-12-31", step: YEAR', "to"], [ofUnion, 'measure: PEOPLE, from: "2000-01-01", to: "2015-12-31", step: MONTH', "step"],
    [ofUnion, 'measure: PEOPLE, from: "1899-01-01", to: "1950-12-31", step: YEAR', "from"], [ofAssociation, `measure: ASSOCIATIONS, ${years}`, "measure"],
  ])("of %s refuses %s", async (of, args, argument) =>
    expect(await run(`{ of: ${of} { series(${args}) { on } } }`)).toEqual({ data: { of: { series: null } }, refused: [["BAD_USER_INPUT", argument]] }));
});

describe("a series of what sources state", () => {
  const source = { title: "The association's page", date: "2019" };
  const stated = (input: object) => change("createAssociationSnapshot", { association: "vinh-phuc:gb", measure: "BRANCHES", asPrinted: "as printed", source, ...input }, "id version source { title }");

  it("has the number stated last on each day, before records that may lack some", async () => {
    expect((await stated({ statedAsOf: "2015-08", value: 23, asPrinted: "23 branches" })).changed).toMatchObject({ version: 1, source: { title: "The association's page" } });
    await stated({ statedAsOf: "2017", value: 31, qualifier: "MORE_THAN" });
    await stated({ statedAsOf: "2015-08", measure: "PEOPLE", value: 800, qualifier: "ABOUT" });
    const points = await series(ofAssociation, `measure: BRANCHES, ${years}`);
    expect(points.map(({ recorded: known, reported, value, basis }) => [known, reported?.value, value, basis])).toEqual([
      [null, undefined, null, null], [1, "23", "23", "REPORTED"], [2, "23", "23", "REPORTED"], [2, "31", "31", "REPORTED"], [2, "31", "31", "REPORTED"],
    ]);
    const { data } = await run(`{ of: ${ofAssociation} { series(measure: PEOPLE, from: "2015-08-31", to: "2015-08-31", step: MONTH) { reported { value unit qualifier asPrinted basis source { title date statedAsOf } } } } }`);
    expect(data.of.series).toEqual([{ reported: { value: "800", unit: "people", qualifier: "ABOUT", asPrinted: "as printed", basis: "REPORTED", source: { ...source, statedAsOf: "2015-08" } } }]);
  });

  it("is for one number of a source and day, and its snapshots are listed by measure", async () => {
    expect(await stated({ statedAsOf: "2015-08", value: 24 })).toMatchObject({ changed: null, refused: [["CONFLICT", ["source"]]] });
    const { data } = await run(`{ of: ${ofAssociation} { snapshots { totalCount } branches: snapshots(measure: BRANCHES) { nodes { value statedAsOf association { id } } } } }`);
    expect(data.of).toEqual({ snapshots: { totalCount: 3 }, branches: { nodes: [{ value: 31, statedAsOf: "2017", association: { id: "vinh-phuc:gb" } }, { value: 23, statedAsOf: "2015-08", association: { id: "vinh-phuc:gb" } }] } });
    expect(await run(`{ of: ${ofAssociation} { snapshots(first: 0) { totalCount } } }`)).toMatchObject({ refused: [["BAD_USER_INPUT", "first"]] });
  });

  it("of a union has its reported figures", async () => {
    expect((await series('union(id: "dong-nai")', 'measure: MEMBERSHIPS, from: "2021-03-31", to: "2021-04-30", step: MONTH')).map(({ value, basis, recorded: known }) => [value, basis, known])).toEqual([[null, null, null], ["8000", "REPORTED", null]]);
    expect((await series(ofUnion, 'measure: ASSOCIATIONS, from: "2014-12-31", to: "2014-12-31", step: YEAR'))[0]).toEqual({ on: "2014-12-31", recorded: 9, reported: { value: "10" }, value: "10", basis: "REPORTED" });
  });

  it("holds no more once the union or the association has ended, as in its reports", async () => {
    const days = 'measure: ASSOCIATIONS, from: "2025-06-30", to: "2026-06-30", step: YEAR';
    const points = await series(ofUnion, 'measure: ASSOCIATIONS, from: "2025-06-30", to: "2025-08-31", step: MONTH');
    expect(points.map(({ recorded: known, value, basis, reported }) => [known, value, basis, reported?.value])).toEqual([[12, "12", "REPORTED", "12"], [null, null, null, "12"], [null, null, null, "12"]]);
    const { data } = await run(`{ of: ${ofUnion} { annualReport(year: 2025) { associations { figure(code: "associations.associations") { value unionEndedOn } } } series(${days}) { value } } }`);
    expect(data.of).toEqual({ annualReport: { associations: { figure: { value: null, unionEndedOn: "2025-07-01" } } }, series: [{ value: null }, { value: null }] });
    const dissolved = { id: "vinh-phuc:de", version: 1 };
    await stated({ association: dissolved.id, statedAsOf: "2016", measure: "PEOPLE", value: 90 });
    await change("endFriendshipAssociation", { ...dissolved, on: "2018-06", reason: "A test" }, "id");
    expect((await series(`friendshipAssociation(id: "${dissolved.id}")`, `measure: PEOPLE, ${years}`)).map(({ value, basis }) => [value, basis])).toEqual([[null, null], [null, null], ["90", "REPORTED"], ["90", "REPORTED"], ["0", "RECORDED"]]);
  });

  it("gives way to records that the union declared complete, of which none are 0", async () => {
    const complete = await division.run(`mutation { createAssociationsCompletePeriod(input: { idempotencyKey: "complete", union: "vinh-phuc", code: "associations.branches", periodFrom: "2016-01-01", periodTo: "2017-12-31" }) { completePeriod { code } } }`, {}, ofVinhPhuc);
    expect(complete.errors).toBeUndefined();
    expect((await series(ofAssociation, `measure: BRANCHES, ${years}`)).map(({ value, basis }) => [value, basis])).toEqual([[null, null], ["23", "REPORTED"], ["2", "RECORDED"], ["2", "RECORDED"], ["31", "REPORTED"]]);
    expect((await series('friendshipAssociation(id: "vinh-phuc:cn")', `measure: BRANCHES, ${years}`)).map(({ value, basis }) => [value, basis])).toEqual([[null, null], [null, null], ["0", "RECORDED"], ["0", "RECORDED"], [null, null]]);
  });
});
