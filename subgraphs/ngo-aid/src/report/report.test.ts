import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { loadCases } from "../cases.fixture";
import { ngoAid } from "../ngo-aid";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(ngoAid, { records: true, demo: 1 });
  await loadCases(division.urls);
}, 60_000);
afterAll(() => division[Symbol.asyncDispose]());

const reportId = (union: string, from: string, to: string) => Buffer.from(JSON.stringify([union, from, to])).toString("base64url");
const yearOf = async (union: string, year: number, code: string) => {
  const { data, errors } = await division.run(
    `query ($id: ID!, $code: String!) { _entities(representations: [{ __typename: "Report", id: $id }]) { ... on Report { ngoAid { figure(code: $code) {
      value unit basis readings { basis value unit qualifier complete asPrinted source { title statedAsOf } } discrepancy previous changeRatio target attainmentRatio
      records(first: 50) { totalCount nodes { kind id label { vi en } date value } } } } } } }`,
    { id: reportId(union, `${year}-01-01`, `${year}-12-31`), code },
  );
  expect(errors).toBeUndefined();
  return data._entities[0].ngoAid.figure;
};

describe("the aid that Dong Nai was promised", () => {
  it("was more than 109.841 billion dong in 2023, printed with a Vietnamese decimal comma", async () => {
    expect(await yearOf("dong-nai", 2023, "ngoAid.committed")).toMatchObject({
      value: "109841000000",
      unit: "VND",
      basis: "REPORTED",
      readings: [{ qualifier: "MORE_THAN", asPrinted: "a total funding commitment value of more than 109,841 billion dongs", source: { title: "Foreign non-governmental affairs in 2023 delivered results beyond expectations", statedAsOf: "2023" } }],
      changeRatio: "0.708",
      attainmentRatio: "1.58",
      previous: "64309718970",
      target: "69519620253",
      records: { totalCount: 0, nodes: [] },
    });
  });

  it("follows for 2022 from the growth that is printed, and is unknown for 2021", async () => {
    expect(await yearOf("dong-nai", 2022, "ngoAid.committed")).toMatchObject({ value: "64309718970", basis: "IMPLIED", readings: [{ qualifier: "ABOUT" }] });
    expect(await yearOf("dong-nai", 2021, "ngoAid.committed")).toMatchObject({ value: null, basis: null, readings: [] });
  });
});

describe("the aid of Vinh Phuc in 2014", () => {
  it("is a total of which nobody says whether it was promised or paid", async () => {
    expect(await yearOf("vinh-phuc", 2014, "ngoAid.totalAsReported")).toMatchObject({ value: "2700000", unit: "USD", basis: "REPORTED", readings: [{ qualifier: "EXACT" }], records: null });
    expect(await yearOf("vinh-phuc", 2014, "ngoAid.committed")).toMatchObject({ value: null });
    expect(await yearOf("vinh-phuc", 2014, "ngoAid.disbursed")).toMatchObject({ value: null });
  });

  it("comes from 21 NGOs with more than 35 projects", async () => {
    expect(await yearOf("vinh-phuc", 2014, "ngoAid.ngos")).toMatchObject({ value: "21", basis: "REPORTED", readings: [{ qualifier: "EXACT" }] });
    expect(await yearOf("vinh-phuc", 2014, "ngoAid.projects")).toMatchObject({ value: "35", basis: "REPORTED", readings: [{ qualifier: "MORE_THAN" }] });
    expect(await yearOf("vinh-phuc", 2013, "ngoAid.ngos")).toMatchObject({ value: null });
  });
});

describe("recorded aid", () => {
  it("is counted in the year of each entry, against the year's plan", async () => {
    expect(await yearOf("cases", 2022, "ngoAid.committed")).toMatchObject({
      value: "5000000000",
      basis: "RECORDED",
      target: "10000000000",
      attainmentRatio: "0.5",
      records: { totalCount: 1, nodes: [{ kind: "Commitment", id: "revised-1", label: { en: "Revised" }, date: "2022-03-01", value: "5000000000" }] },
    });
    expect(await yearOf("cases", 2024, "ngoAid.committed")).toMatchObject({ value: "-1000000000" });
  });

  // Not a lower bound: the entry without a rate could be a cut.
  it("is only about right where an entry has no rate, and shows which", async () => {
    const figure = await yearOf("cases", 2023, "ngoAid.committed");
    expect(figure).toMatchObject({ value: "2005291200", readings: [{ qualifier: "ABOUT", complete: false }] });
    expect(figure.records.nodes.find(({ id }: { id: string }) => id === "no-rate-1").value).toBeNull();
    expect(await yearOf("cases", 2023, "ngoAid.disbursed")).toMatchObject({ value: "473000", records: { totalCount: 2 } });
  });

  it("has projects that run, and NGOs at work, on the last day", async () => {
    expect((await yearOf("cases", 2023, "ngoAid.projects")).records.nodes.map(({ id }: { id: string }) => id)).toEqual(["no-rate", "split", "revised", "thirds"]);
    expect((await yearOf("cases", 2024, "ngoAid.projects")).value).toBe("3");
    expect((await yearOf("cases", 2020, "ngoAid.ngos")).records.nodes).toMatchObject([{ kind: "ForeignNgo", id: "dragon" }]);
    expect((await yearOf("cases", 2023, "ngoAid.ngos")).value).toBe("3");
  });

  it.each(["COMMITTED", "DISBURSED"])("is the same in a figure, in its records and in a summary: %s", async measure => {
    const code = `ngoAid.${measure.toLowerCase()}`;
    for (const year of [2020, 2023]) {
      const { data } = await division.run(
        `query ($from: LocalDate!, $to: LocalDate!, $measure: AidMeasure!) { aidSummary(union: "demo", from: $from, to: $to, groupBy: NGO, measure: $measure, currency: "VND") { total { amount } unconverted } }`,
        { from: `${year}-01-01`, to: `${year}-12-31`, measure },
      );
      const figure = await yearOf("demo", year, code);
      expect(figure).toMatchObject({ value: data.aidSummary.total.amount, basis: "RECORDED", readings: [{ complete: true }] });
      expect(figure.target).not.toBeNull();
      expect(data.aidSummary.unconverted > 0).toBe(year === 2023);
    }
  });

  it("is never 0 without the union's word: only demo unions declare their records complete", async () => {
    expect(await yearOf("cases", 2019, "ngoAid.committed")).toMatchObject({ value: null });
    expect(await yearOf("demo", 2019, "ngoAid.committed")).toMatchObject({ value: null });
  });
});

it("shows a union's plans with who approved them", async () => {
  const { data } = await division.run('{ _entities(representations: [{ __typename: "Union", id: "cases" }]) { ... on Union { aidPlans(year: 2022) { year code amount { amount currency } approvedBy } none: aidPlans(year: 2021) { id } } } }');
  expect(data._entities).toEqual([{ aidPlans: [{ year: 2022, code: "ngoAid.committed", amount: { amount: "10000000000", currency: "VND" }, approvedBy: "The tests" }], none: [] }]);
});
