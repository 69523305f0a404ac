import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { Decimal } from "decimal.js";
import { loadCases } from "../cases.fixture";
import { ngoAid } from "../ngo-aid";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(ngoAid, { records: true, demo: 1 });
  await loadCases(division.urls);
}, 60_000);
afterAll(() => division[Symbol.asyncDispose]());

const query = `query ($union: ID, $from: LocalDate!, $to: LocalDate!, $groupBy: AidGrouping!, $measure: AidMeasure!, $currency: CurrencyCode!) {
  aidSummary(union: $union, from: $from, to: $to, groupBy: $groupBy, measure: $measure, currency: $currency) {
    total { amount currency } unconverted rows { key label { vi en } amount { amount currency } share projectCount }
  }
}`;
const asked = { union: "cases", from: "2023-01-01", to: "2023-12-31", groupBy: "SECTOR", measure: "COMMITTED", currency: "VND" };
const summary = async (changes: Partial<Record<keyof typeof asked, string | null>> = {}) => {
  const { data, errors } = await division.run(query, { ...asked, ...changes });
  expect(errors).toBeUndefined();
  return data.aidSummary;
};
const amounts = ({ rows }: { rows: { key: string; amount: { amount: string } }[] }) => Object.fromEntries(rows.map(({ key, amount }) => [key, amount.amount]));

describe("a summary of aid", () => {
  it("takes the entries dated in the period: promised in 2022, more in 2023, cut in 2024", async () => {
    const years = await summary({ from: "2022-01-01", to: "2024-12-31", groupBy: "YEAR" });
    // 2023 has 100.05 USD at 24,000 and 17,000 JPY at 170 besides.
    expect(amounts(years)).toEqual({ 2022: "5000000000", 2023: String(2_000_000_000 + 2_401_200 + 2_890_000), 2024: "-1000000000" });
    expect((await summary({ from: "2022-01-01", to: "2022-12-31" })).total).toEqual({ amount: "5000000000", currency: "VND" });
    expect((await summary({ from: "2024-01-01", to: "2024-01-01" })).total.amount).toBe("-1000000000");
  });

  it("counts what has no rate and leaves it out", async () => {
    expect(await summary()).toMatchObject({ unconverted: 1, total: { amount: "2005291200" } });
    const euro = await summary({ from: "2023-02-01", to: "2023-02-01" });
    expect(euro).toEqual({ total: { amount: "0", currency: "VND" }, unconverted: 1, rows: [] });
  });

  it("takes the rate of the entry's date: a union's own, then the one that began last, then the shorter", async () => {
    const on = (day: string) => summary({ from: day, to: day, measure: "DISBURSED", groupBy: "YEAR" });
    expect((await on("2023-01-20")).total.amount).toBe("235000");
    expect((await on("2023-03-01")).total.amount).toBe("238000");
    expect((await summary({ from: "2023-06-15", to: "2023-06-15" })).total.amount).toBe("2401200");
    expect((await summary({ union: "elsewhere" })).total.amount).toBe("3000000");
  });

  it("converts by way of VND, to the digits of the currency", async () => {
    const inYen = await summary({ from: "2023-06-15", to: "2023-06-15", currency: "JPY" });
    expect(inYen.total).toEqual({ amount: "14125", currency: "JPY" });
    const inDollars = await summary({ from: "2023-02-02", to: "2023-02-02", currency: "USD" });
    expect(inDollars.total).toEqual({ amount: "121.43", currency: "USD" });
  });

  it("splits by percentages, and shows what they leave as not allocated, last", async () => {
    const sectors = await summary({ from: "2023-06-15", to: "2023-06-15" });
    expect(amounts(sectors)).toEqual({ environment: "1680840", education: "300150", relief: "244922", unallocated: "175288" });
    expect(sectors.rows.map(({ key }: { key: string }) => key)).toEqual(["environment", "education", "relief", "unallocated"]);
    expect(sectors.rows.at(-1)).toMatchObject({ label: { vi: "Chưa phân bổ", en: "Unallocated" }, share: "0.073", projectCount: 1 });
    expect(sectors.rows[0]).toMatchObject({ label: { vi: "Môi trường" }, share: "0.7" });
  });

  it("splits equally what no percentage says", async () => {
    const on15June = { from: "2023-06-15", to: "2023-06-15" };
    expect(amounts(await summary({ ...on15June, groupBy: "NGO" }))).toEqual({ dragon: "1200600", crane: "600300", nobody: "600300" });
    expect(amounts(await summary({ ...on15June, groupBy: "LOCALITY" }))).toEqual({ "commune-a": "1440720", "commune-b": "960480" });
    expect(amounts(await summary({ ...on15June, groupBy: "COUNTRY" }))).toEqual({ FR: "1200600", JP: "600300", unallocated: "600300" });
    expect(amounts(await summary({ ...on15June, groupBy: "DONOR_KIND" }))).toEqual({ NGO: "1800900", FOUNDATION: "600300" });
    expect(amounts(await summary({ from: "2021-05-05", to: "2021-05-05", groupBy: "NGO" }))).toEqual({ crane: "34", dragon: "33", nobody: "33" });
  });

  it.each(["YEAR", "SECTOR", "COUNTRY", "LOCALITY", "NGO", "DONOR_KIND"])("has rows by %s that add up to the total exactly", async groupBy => {
    for (const measure of ["COMMITTED", "DISBURSED"]) {
      for (const currency of ["VND", "USD", "JPY"]) {
        const { total, rows } = await summary({ union: "demo", from: "2020-01-01", to: "2025-12-31", groupBy, measure, currency });
        const sum = rows.reduce((all: Decimal, { amount }: { amount: { amount: string } }) => all.plus(amount.amount), new Decimal(0));
        expect(sum.toFixed()).toBe(total.amount);
        const allocated = rows.filter(({ key }: { key: string }) => key !== "unallocated");
        // Years as they followed each other, everything else by its weight.
        const inOrder = allocated.map(({ key, amount }: { key: string; amount: { amount: string } }) => (groupBy === "YEAR" ? -Number(key) : Number(amount.amount)));
        expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
      }
    }
  });

  it("is null when nothing was recorded: unknown is never 0", async () => {
    expect(await summary({ from: "2020-01-01", to: "2020-12-31" })).toBeNull();
    expect(await summary({ union: "dong-nai" })).toBeNull();
    expect(await summary({ union: "nowhere" })).toBeNull();
  });

  it("is 0 when nothing was recorded and the union declared its records complete", async () => {
    const firstDay = { union: "demo", from: "2020-01-01", to: "2020-01-01", measure: "DISBURSED" };
    expect(await summary(firstDay)).toEqual({ total: { amount: "0", currency: "VND" }, unconverted: 0, rows: [] });
    expect(await summary({ ...firstDay, from: "2019-12-31" })).toBeNull();
  });

  it("is of all unions but demo ones when none is named", async () => {
    expect(await summary({ union: null })).toMatchObject({ total: { amount: String(2_005_291_200 + 3_000_000) } });
  });

  it("never uses a demo union's rates for another union", async () => {
    expect(await summary({ union: "demo", from: "2022-01-01", to: "2022-12-31" })).toMatchObject({ unconverted: 0 });
    // Demo rates for EUR cover this day.
    expect(await summary({ from: "2023-02-01", to: "2023-02-01" })).toMatchObject({ unconverted: 1 });
  });

  it.each([
    ["a period that ends before it begins", { to: "2022-12-31" }, "to"],
    ["a currency that does not exist", { currency: "ABC" }, "currency"],
    ["a currency that is no code", { currency: "vnd" }, "currency"],
    ["a day that does not exist", { from: "2023-02-30" }, "from"],
  ])("refuses %s", async (_, changes, argument) => {
    const { errors } = await division.run(query, { ...asked, ...changes });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument });
  });
});
