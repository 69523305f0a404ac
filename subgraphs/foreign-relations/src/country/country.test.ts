import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { foreignRelations } from "../foreign-relations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(foreignRelations, { records: true, demo: 1 });
});
afterAll(() => division[Symbol.asyncDispose]());

describe("a country", () => {
  it("has the levels of its relations, the first one first", async () => {
    const { data } = await division.run('{ country(code: "US") { name { vi } partnershipLevels { level since until } } }');
    expect(data.country).toEqual({
      name: { vi: "Hoa Kỳ" },
      partnershipLevels: [
        { level: "COMPREHENSIVE_PARTNERSHIP", since: "2013-07", until: "2023-09" },
        { level: "COMPREHENSIVE_STRATEGIC_PARTNERSHIP", since: "2023-09", until: null },
      ],
    });
  });

  it("has its important dates in the order of the year, without those of one union", async () => {
    const { data } = await division.run('{ country(code: "KR") { importantDates { id originalDate dayOfYear } } }');
    expect(data.country.importantDates).toEqual([
      { id: "kr:liberation-day", originalDate: "1945-08-15", dayOfYear: "08-15" },
      { id: "kr:foundation-day", originalDate: null, dayOfYear: "10-03" },
      { id: "kr:diplomatic-relations", originalDate: "1992-12-22", dayOfYear: "12-22" },
    ]);
  });

  it("has important dates with what other sources say, in as many statements for many as for one", async () => {
    const query = "query ($text: String) { countries(text: $text) { code importantDates { kind originalDate statements { field value source { title } } } } }";
    const related = async (text: string) => {
      const { data } = await division.run(query, { text });
      return data.countries.flatMap(({ importantDates }: { importantDates: { kind: string }[] }) => importantDates.filter(({ kind }) => kind === "DIPLOMATIC_RELATIONS"));
    };
    const differing = (originalDate: string, value: string) => [
      { kind: "DIPLOMATIC_RELATIONS", originalDate, statements: [{ field: "originalDate", value, source: { title: "nvsk.vnanet.vn" } }] },
    ];
    expect(await related("Hungary")).toEqual(differing("1950-02-03", "1950-02-05"));
    expect(await related("Poland")).toEqual(differing("1950-02-04", "1950-02-05"));
    expect(await related("Albania")).toEqual(differing("1950-02-11", "1950-02-18"));
    const sent = async (text: string) => (await division.statements(() => related(text))).length;
    expect(await sent("EU")).toBe(await sent("Hungary"));
  });

  it("is null for a code that is not assigned, and refused for what is no code", async () => {
    const unknown = await division.run('{ country(code: "ZZ") { code } }');
    expect({ data: unknown.data, errors: unknown.errors }).toEqual({ data: { country: null }, errors: undefined });
    const { errors } = await division.run('{ country(code: "zz") { code } }');
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "code" } }]);
  });
});

describe("countries", () => {
  it.each([
    ["Lao PDR", ["LA"]],
    ["Tiệp Khắc", ["CZ", "SK"]],
    ["Czech – Slovakia", ["CZ", "SK"]],
    ["han quoc", ["KR"]],
    ["nhat b", ["JP"]],
    ["Korea", ["KR", "KP"]],
    ["Hàn", ["KR"]],
    ["Đài Loan", ["TW"]],
    ["Hồng Kông", ["HK"]],
    ["atlantis", []],
    ["!", []],
  ])("named %s are %j", async (text, codes) => {
    const { data } = await division.run("query ($text: String) { countries(text: $text) { code } }", { text });
    expect(data.countries.map(({ code }: { code: string }) => code)).toEqual(codes);
  });

  it("are all there without a text", async () => {
    const { data } = await division.run("{ countries { code } }");
    expect(data.countries).toHaveLength(249);
  });
});
