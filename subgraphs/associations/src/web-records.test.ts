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

  it("says when Dong Nai's union and associations were founded, each day with its source, and leaves foundedOn as the articles have it", async () => {
    const { data, errors } = await division.run(`{ union(id: "dong-nai") { ...U } la: friendshipAssociation(id: "dong-nai:la") { ...A } cn: friendshipAssociation(id: "dong-nai:cn") { ...A } gb: friendshipAssociation(id: "vinh-phuc:gb") { ...A } jp: friendshipAssociation(id: "dong-nai:jp") { ...A } }
      fragment U on Union { foundedOn founding { ...F } } fragment A on FriendshipAssociation { foundedOn founding { ...F } } fragment F on Founding { value readings { value asPrinted source { title } } }`);
    expect(errors).toBeUndefined();
    const told = Object.fromEntries(
      Object.entries(data as Record<string, { foundedOn: string | null; founding: { value: string | null; readings: { value: string; asPrinted: string | null; source: { title: string } }[] } }>).map(([of, { foundedOn, founding }]) => [
        of, [foundedOn, founding.value, founding.readings.map(({ value, asPrinted, source }) => [value, asPrinted?.match(/No\.? ?\d+|since \d+/)?.[0], source.title.slice(0, 14)])],
      ]),
    );
    // None of the articles says a day; Vinh Phuc's association for England was founded in the year of its article.
    expect(told).toEqual({
      union: [null, null, [["2013-10-28", "No.3453", "Brief introduc"], ["2014", "since 2014", "Implementing t"]]],
      la: [null, null, [["2009-04-08", "No. 961", "(Home page of "]]],
      cn: [null, null, [["2017-12-14", "No. 4528", "Vietnam - Chin"]]],
      gb: ["2014", "2014", [["2014", undefined, "Promote Activi"]]],
      jp: [null, null, []],
    });
  });

  it("does not count Viet Nam among the countries of friendship, which ASEAN's association has as a member", async () => {
    const { data } = await division.run('{ friendshipAssociation(id: "dong-nai:asean") { countries(asOf: "2025-01-01") { code } } union(id: "dong-nai") { annualReport(year: 2024) { associations { figure(code: "associations.countries") { value records(first: 50) { totalCount nodes { id } } } } } } }');
    const { value, records } = data.union.annualReport.associations.figure as { value: string; records: { totalCount: number; nodes: { id: string }[] } };
    expect(data.friendshipAssociation.countries).toContainEqual({ code: "VN" });
    expect(records.nodes).not.toContainEqual({ id: "VN" });
    // Nine of its own, and of ASEAN's ten six that are neither among them nor Viet Nam.
    expect([value, records.totalCount]).toEqual(["15", 15]);
  });
});
