import { openDatabase, type Database } from "@huu-nghi/subgraph-kit";
import { testSubgraph, type TestSubgraph } from "../subgraph";
import { library } from "./library.fixture";

let test: TestSubgraph;
let database: Database;
beforeAll(async () => {
  test = await testSubgraph(library());
  database = await openDatabase(library(), test.urls);
});
afterAll(async () => {
  await database.close();
  await test[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await database.writer.query("delete from shelf; delete from reported_figure; delete from source; delete from complete_period; delete from budget");
  await database.writer.query("insert into shelf (id, name_en) values ('s', 'S'); insert into source (id, title, stated_as_of) values ('a', 'A', '2014'), ('b', 'B', null)");
});

interface Bought {
  boughtOn?: string | null;
  soldOn?: string | null;
  price?: string | null;
  author?: string;
  atLeast?: boolean;
  union?: string;
}
let bookCount = 0;
const buy = ({ boughtOn = null, soldOn = null, price = null, author = "an", atLeast = false, union = "u" }: Bought) =>
  database.writer.query(
    "insert into book (id, title_en, bought_on, sold_on, author, price, at_least, union_id, shelf_id) values ($1, $1, $2, $3, $4, $5, $6, $7, 's')",
    [`b${String((bookCount += 1)).padStart(3, "0")}`, boughtOn, soldOn, author, price, atLeast, union],
  );
const print = (code: string, value: string, { from = null as string | null, to = null as string | null, aspect = "VALUE", unit = "count", source = "a", statedAsOf = null as string | null } = {}) =>
  database.writer.query(
    "insert into reported_figure (id, union_id, code, aspect, period_from, period_to, stated_as_of, value, unit, qualifier, as_printed, source_id) values (gen_random_uuid(), 'u', $1, $2, $3, $4, $5, $6, $7, 'EXACT', 'as printed', $8)",
    [code, aspect, from, to, statedAsOf, value, unit, source],
  );
const declareComplete = (code: string, from: string, to: string) => database.writer.query("insert into complete_period (union_id, code, period_from, period_to) values ('u', $1, $2, $3)", [code, from, to]);

const figure = async (code: string, [from, to]: [string, string], fields = "value unit basis discrepancy readings { basis value qualifier complete source { title } }", union = "u") => {
  const query = `query ($union: ID!, $from: LocalDate!, $to: LocalDate!, $code: String!) { report(union: $union, from: $from, to: $to) { library { figure(code: $code) { ${fields} } } } }`;
  const { data, errors } = await test.run(query, { union, from, to, code });
  expect(errors).toBeUndefined();
  return data.report.library.figure;
};
const year = (number: number): [string, string] => [`${number}-01-01`, `${number}-12-31`];

describe("a flow", () => {
  it("counts what lies in the period with its whole span", async () => {
    for (const boughtOn of ["2014", "2014-01", "2014-12-31", "2014-01-01", "2013-12-31", "2015-01-01", "2013", null]) await buy({ boughtOn });
    expect(await figure("library.bought", year(2014))).toMatchObject({ value: "4", basis: "RECORDED" });
    expect(await figure("library.bought", ["2014-01-01", "2014-01-31"])).toMatchObject({ value: "2" });
    expect(await figure("library.bought", ["2014-01-02", "2014-12-31"])).toMatchObject({ value: "1" });
  });

  it("sums what is known, exactly, and says when something is not", async () => {
    await buy({ boughtOn: "2014", price: "1000000000000001" });
    await buy({ boughtOn: "2014", price: "0.2" });
    expect((await figure("library.spent", year(2014))).readings).toMatchObject([{ value: "1000000000000001", qualifier: "EXACT" }]);
    await buy({ boughtOn: "2014" });
    expect((await figure("library.spent", year(2014))).readings).toMatchObject([{ value: "1000000000000001", qualifier: "ABOUT" }]);
  });

  it("is a lower bound where one record is", async () => {
    await buy({ boughtOn: "2014", price: "5", atLeast: true });
    expect((await figure("library.spent", year(2014))).readings).toMatchObject([{ value: "5", qualifier: "MORE_THAN" }]);
  });

  it("is unknown without records, and 0 only where they are declared complete for the whole period", async () => {
    await declareComplete("library.bought", "2014-01-01", "2014-06-30");
    expect(await figure("library.bought", year(2014))).toMatchObject({ value: null, readings: [] });
    await declareComplete("library.bought", "2014-07-01", "2014-12-31");
    expect(await figure("library.bought", year(2014))).toMatchObject({ value: "0", readings: [{ basis: "RECORDED", complete: true }] });
    expect((await figure("library.bought", year(2014), "value", "other")).value).toBeNull();
    expect((await figure("library.spent", year(2014))).value).toBeNull();
  });

  it("stands beside what was printed", async () => {
    await buy({ boughtOn: "2014" });
    await print("library.bought", "3", { from: "2014-01-01", to: "2014-12-31" });
    expect(await figure("library.bought", year(2014))).toMatchObject({
      ...{ value: "3", basis: "REPORTED", discrepancy: "-2" },
      readings: [{ basis: "REPORTED", source: { title: "A" } }, { basis: "RECORDED", source: null }],
    });
  });

  it("that is only ever reported has no records", async () => {
    await print("library.visitors", "12", { from: "2014-01-01", to: "2014-12-31", unit: "people" });
    expect(await figure("library.visitors", year(2014), "value unit records { totalCount }")).toEqual({ value: "12", unit: "people", records: null });
  });
});

describe("a stock", () => {
  it("counts what stands on the last day", async () => {
    await buy({ boughtOn: "2010", soldOn: "2013-12-30" });
    await buy({ boughtOn: "2010", soldOn: "2013-12-31" });
    await buy({ boughtOn: "2010", soldOn: "2013" });
    await buy({ boughtOn: "2014-01-01" });
    await buy({ boughtOn: null });
    expect((await figure("library.books", year(2013))).value).toBe("2");
    expect((await figure("library.books", year(2014))).value).toBe("1");
  });

  it("is unknown for a period that has not begun, and of today for one that has", async () => {
    await buy({ boughtOn: "2010" });
    const now = new Date().getFullYear();
    const fields = "value readings { basis } records { totalCount }";
    expect(await figure("library.books", year(now), fields)).toEqual({ value: "1", readings: [{ basis: "RECORDED" }], records: { totalCount: 1 } });
    expect(await figure("library.books", year(now + 2), fields)).toEqual({ value: null, readings: [], records: { totalCount: 0 } });
  });

  it("counts once what has several rows", async () => {
    for (const author of ["an", "an", "bình"]) await buy({ boughtOn: "2014", author });
    const { value, records } = await figure("library.authors", year(2014), "value records { totalCount nodes { kind id label { vi en } value } }");
    expect({ value, total: records.totalCount }).toEqual({ value: "2", total: 2 });
    expect(records.nodes[0]).toEqual({ kind: "Author", id: "an", label: { vi: "tác giả an", en: "author an" }, value: "1" });
  });

  it("reported holds from the time for which its source speaks", async () => {
    await print("library.books", "40", { statedAsOf: "2014" });
    await print("library.books", "50", { source: "b", statedAsOf: "2016-04" });
    const values = await Promise.all([2013, 2014, 2015, 2016].map(async at => (await figure("library.books", year(at))).value));
    expect(values).toEqual([null, "40", "40", "50"]);
  });
});

it("compares with the plan, and with the period before", async () => {
  await database.writer.query("insert into budget values ('u', 2014, 200)");
  await buy({ boughtOn: "2014-05", price: "150" });
  await buy({ boughtOn: "2013-05", price: "100" });
  expect(await figure("library.spent", year(2014), "previous changeRatio target attainmentRatio")).toEqual({ previous: "100", changeRatio: "0.5", target: "200", attainmentRatio: "0.75" });
});

it("lists the records of a reading, newest first, page by page, and they sum to it", async () => {
  const dates = ["2014", "2014-05", "2014-05-01", "2014-12-31", "2014-05-01"];
  for (const [at, boughtOn] of dates.entries()) await buy({ boughtOn, price: at === 1 ? null : `${at + 1}.5` });
  await buy({ boughtOn: "2015", price: "1000" });
  const seen: { date: string; value: string | null }[] = [];
  let after: string | null = null;
  let last: string;
  do {
    const page: { totalCount: number; nodes: { date: string; value: string | null }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = (
      await figure("library.spent", year(2014), `records(first: 2 ${after ? `after: "${after}"` : ""}) { totalCount nodes { date value } pageInfo { hasNextPage endCursor } }`)
    ).records;
    expect([page.totalCount, page.nodes.length]).toEqual([5, page.pageInfo.hasNextPage ? 2 : 1]);
    seen.push(...page.nodes);
    last = page.pageInfo.endCursor;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  const beyond = await figure("library.spent", year(2014), `records(first: 2, after: "${last}") { totalCount nodes { date } pageInfo { hasNextPage } }`);
  expect(beyond.records).toEqual({ totalCount: 5, nodes: [], pageInfo: { hasNextPage: false } });
  expect(seen.map(({ date }) => date)).toEqual(["2014-12-31", "2014-05", "2014-05-01", "2014-05-01", "2014"]);
  expect(seen.filter(({ value }) => value === null)).toHaveLength(1);
  expect(seen.reduce((sum, { value }) => sum + Number(value ?? 0), 0)).toBe(15);
  expect((await figure("library.spent", year(2014))).readings).toMatchObject([{ value: "15", qualifier: "ABOUT" }]);
});

it("takes as many statements for many unions and figures as for one", async () => {
  const query = (unions: number) =>
    `{ ${Array.from({ length: unions }, (_, at) => `r${at}: report(union: "u${at}", from: "2014-01-01", to: "2014-12-31") { library { figures { code value records(first: 1) { totalCount } } } }`).join(" ")} }`;
  const [one, many] = [await test.statements(() => test.run(query(1))), await test.statements(() => test.run(query(20)))];
  expect(many).toHaveLength(one.length);
  expect(one.length).toBeLessThanOrEqual(6);
});

it("gives the figures asked for in the division's order, passes over other codes, and null for one that is not there", async () => {
  const { data } = await test.run(
    '{ report(union: "u", from: "2014-01-01", to: "2014-12-31") { library { figures(codes: ["library.spent", "ngoAid.committed", "library.bought"]) { code } figure(code: "toString") { code } } } }',
  );
  expect(data.report.library).toEqual({ figures: [{ code: "library.bought" }, { code: "library.spent" }], figure: null });
});

it.each([["0001-01-01", "0001-12-31", "from"], ["2014-01-01", "9999-12-31", "to"]])("refuses a period from %s to %s", async (from, to, argument) => {
  const { errors } = await test.run("query ($from: LocalDate!, $to: LocalDate!) { report(union: \"u\", from: $from, to: $to) { library { figures { value } } } }", { from, to });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
});

describe("several unions", () => {
  const both = async (code: string, fields: string) => {
    const query = `{ report(union: "u", others: ["v"], from: "2014-01-01", to: "2014-12-31") { id library { figure(code: "${code}") { ${fields} } } } }`;
    const { data, errors } = await test.run(query);
    expect(errors).toBeUndefined();
    return data.report;
  };

  it("are counted together, what both have once, and their records are read on to the last page", async () => {
    for (const union of ["u", "v"]) for (const author of ["an", union]) await buy({ union, author, boughtOn: "2014", price: "5" });
    const fields = "value readings { basis value unionId } records(first: 2) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }";
    const { library: { figure: authors } } = await both("library.authors", fields);
    expect(authors).toMatchObject({ value: "3", readings: [{ basis: "RECORDED", value: "3", unionId: null }], records: { totalCount: 3, nodes: [{ id: "an" }, { id: "u" }], pageInfo: { hasNextPage: true } } });
    const { library: { figure: rest } } = await both("library.authors", `records(first: 2, after: "${authors.records.pageInfo.endCursor}") { nodes { id } }`);
    expect(rest.records.nodes).toEqual([{ id: "v" }]);
    // Payments that are alike are none the less two.
    expect((await both("library.spent", "value")).library.figure.value).toBe("20");
    expect((await both("library.bought", "value")).library.figure.value).toBe("4");
  });

  it("have what was printed of each of them, and are complete when both are", async () => {
    await buy({ union: "v", boughtOn: "2014" });
    await print("library.bought", "8", { from: "2014-01-01", to: "2014-12-31" });
    const { id, library: { figure } } = await both("library.bought", "value basis readings { basis value unionId }");
    expect(figure).toMatchObject({ value: "9", basis: "RECORDED", readings: [{ value: "9", unionId: null }, { basis: "RECORDED", value: "1" }, { basis: "REPORTED", value: "8", unionId: "u" }] });
    for (const union of ["u", "v"]) await database.writer.query("insert into complete_period (union_id, code, period_from, period_to) values ($1, 'library.bought', '2014-01-01', '2014-12-31')", [union]);
    const declared = await test.run('query ($of: [_Any!]!) { _entities(representations: $of) { ... on Report { library { figure(code: "library.bought") { value basis readings { complete } } } } } }', { of: [{ __typename: "Report", id }] });
    expect(declared.data._entities[0].library.figure).toEqual({ value: "1", basis: "RECORDED", readings: [{ complete: true }, { complete: false }] });
  });

  it("of which only one has anything are told so: nobody knows of the other", async () => {
    await print("library.visitors", "8", { from: "2014-01-01", to: "2014-12-31", unit: "people" });
    expect((await both("library.visitors", "value readings { qualifier }")).library.figure).toEqual({ value: "8", readings: [{ qualifier: "MORE_THAN" }, { qualifier: "EXACT" }] });
    expect((await both("library.bought", "value readings { qualifier }")).library.figure).toEqual({ value: null, readings: [] });
  });
});
