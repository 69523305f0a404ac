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
