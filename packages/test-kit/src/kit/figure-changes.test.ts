import { testChanges } from "../changes";
import { figureChangeCases } from "../figure-change-cases";
import { testSubgraph, type TestSubgraph } from "../subgraph";
import { withClient } from "../test-server";
import { viewers } from "../viewers";
import { library } from "./library.fixture";

testChanges(library(), { union: "vinh-phuc", otherUnion: "dong-nai", cases: figureChangeCases(library()), triedElsewhere: ["erasePersonInLibrary"] });

describe("a printed number", () => {
  let test: TestSubgraph;
  beforeAll(async () => {
    test = await testSubgraph(library());
  });
  afterAll(() => test[Symbol.asyncDispose]());
  const who = viewers.officer("library", "vinh-phuc");
  const source = { title: "Report 2014", publisher: "Vinh Phuc" };
  const figure = async (code: string) =>
    (await test.run('query ($code: String!) { report(union: "vinh-phuc", from: "2014-01-01", to: "2014-12-31") { library { figure(code: $code) { value basis readings { basis value complete asPrinted source { title } } } } } }', { code })).data.report.library.figure;
  const report = (over: object, by = who) =>
    test.run("mutation ($in: CreateReportedFigureInput!) { createLibraryReportedFigure(input: $in) { reportedFigure { id version value } } }", { in: { union: "vinh-phuc", periodFrom: "2014-01-01", periodTo: "2014-12-31", source, asPrinted: "x", ...over } }, by);

  it("is shown among the figure's readings, with its words and source, and twice from one source is a conflict", async () => {
    const { data } = await report({ idempotencyKey: "a", code: "library.visitors", value: "350", qualifier: "MORE_THAN", asPrinted: "more than 350 people" });
    expect(data.createLibraryReportedFigure.reportedFigure).toMatchObject({ version: 1, value: "350" });
    expect(await figure("library.visitors")).toMatchObject({ value: "350", basis: "REPORTED", readings: [{ asPrinted: "more than 350 people", source: { title: "Report 2014" } }] });
    expect(await report({ idempotencyKey: "b", code: "library.visitors", value: "351" })).toMatchObject({ errors: [{ extensions: { code: "CONFLICT", fields: ["source"] } }] });
  });

  it("of one source lands once, however many write it down at once", async () => {
    const at = (number: number) => report({ idempotencyKey: `at-once-${number}`, code: "library.visitors", value: "7", source: { title: "Report at once" } });
    const answers = await Promise.all(Array.from({ length: 8 }, (_, number) => at(number)));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? "made");
    expect(codes.filter(code => code === "made")).toHaveLength(1);
    expect(["made", "CONFLICT", "OVERLOADED"]).toEqual(expect.arrayContaining(codes));
    const { rows } = await withClient(test.urls.owner, client => client.query("select 1 from reported_figure join source on source.id = source_id where title = 'Report at once'"));
    expect(rows).toHaveLength(1);
  });

  it.each(["", " ", "VINH PHUC", "x'; drop table source; --"])("is about a union, which is not called %j", async union => {
    expect(await report({ idempotencyKey: `of-${union}`, code: "library.visitors", value: "7", union }, viewers.officer("library", "*"))).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "union" } }] });
  });

  it("is exact to the last đồng of 10^15", async () => {
    await report({ idempotencyKey: "c", code: "library.spent", value: "1000000000000001", unit: "VND" });
    expect((await figure("library.spent")).readings[0].value).toBe("1000000000000001");
    const { data } = await test.run('{ libraryReportedFigures(union: "vinh-phuc", code: "library.spent") { totalCount nodes { value unit version } } }');
    expect(data.libraryReportedFigures).toEqual({ totalCount: 1, nodes: [{ value: "1000000000000001", unit: "VND", version: 1 }] });
  });

  it("gives way to the records once the union says that they are complete, until it takes that back", async () => {
    const declared = await test.run(
      'mutation { createLibraryCompletePeriod(input: { idempotencyKey: "d", union: "vinh-phuc", code: "library.bought", periodFrom: "2014-01-01", periodTo: "2014-12-31" }) { completePeriod { id version } } }',
      {},
      who,
    );
    const { id, version } = declared.data.createLibraryCompletePeriod.completePeriod as { id: string; version: number };
    expect(await figure("library.bought")).toMatchObject({ value: "0", basis: "RECORDED", readings: [{ complete: true }] });
    const take = "mutation ($in: EndCompletePeriodInput!) { endLibraryCompletePeriod(input: $in) { completePeriod { id } } }";
    expect(await test.run(take, { in: { idempotencyKey: "e", id, version, reason: "three books were found" } }, who)).toMatchObject({ data: { endLibraryCompletePeriod: { completePeriod: { id } } } });
    expect(await figure("library.bought")).toMatchObject({ value: null, readings: [] });
  });
});
