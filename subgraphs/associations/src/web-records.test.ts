import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "./associations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true });
});
afterAll(() => division[Symbol.asyncDispose]());

interface Told {
  value: string | null;
  readings: { basis: string; value: string; qualifier: string; source: { title: string } | null }[];
}

const figure = async (union: string, year: number, code: string) => {
  const { data } = await division.run(
    `query ($union: ID!, $year: Int!, $code: String!) { union(id: $union) { annualReport(year: $year) { associations { figure(code: $code) { value readings { basis value qualifier source { title } } } } } } }`,
    { union, year, code: `associations.${code}` },
  );
  const { value, readings } = data.union.annualReport.associations.figure as Told;
  return { value, readings: readings.map(({ basis, value: read, qualifier, source }) => [basis, read, qualifier, source?.title.slice(0, 20)].filter(Boolean).join(" ")) };
};

describe("what public pages add to the articles", () => {
  it("gives Dong Nai ten associations and 10,646 members in the middle of 2023, and leaves the nine of 2021 as they were", async () => {
    expect(await figure("dong-nai", 2021, "associations")).toMatchObject({ value: "9" });
    expect(await figure("dong-nai", 2021, "memberships")).toEqual({ value: "8000", readings: ["REPORTED 8000 NEARLY Implementing the mot"] });
    expect((await figure("dong-nai", 2023, "associations")).readings).toContain("REPORTED 10 EXACT Đồng Nai: Đa dạng hì");
    expect(await figure("dong-nai", 2023, "memberships")).toMatchObject({ value: "10646", readings: ["REPORTED 10646 EXACT Đồng Nai: Đa dạng hì"] });
  });

  it("gives Vinh Phuc twelve associations in 2021, all of them named; of ten in 2014 nine are", async () => {
    expect((await figure("vinh-phuc", 2014, "associations")).readings).toEqual(["REPORTED 10 EXACT Promote Activities o", "RECORDED 9 EXACT"]);
    expect((await figure("vinh-phuc", 2021, "associations")).readings).toEqual(["REPORTED 12 EXACT Vinh Phuc Friendship", "RECORDED 12 EXACT"]);
    expect(await figure("vinh-phuc", 2021, "memberships")).toMatchObject({ value: "5000", readings: ["REPORTED 5000 MORE_THAN Vinh Phuc Friendship"] });
  });
});
