import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { loadCases } from "../cases.fixture";
import { ngoAid } from "../ngo-aid";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(ngoAid, { demo: 1 });
  await loadCases(division.urls);
}, 60_000);
afterAll(() => division[Symbol.asyncDispose]());

const countries = async (codes: string[], fields: string, variables: Record<string, unknown> = {}) => {
  const representations = codes.map(code => ({ __typename: "Country", code }));
  const { data, errors } = await division.run(`query ($representations: [_Any!]!, $union: ID) { _entities(representations: $representations) { ... on Country { code ${fields} } } }`, {
    representations,
    ...variables,
  });
  expect(errors).toBeUndefined();
  return data._entities;
};
const aid = (from: string, to: string) => `aid(union: $union, from: "${from}", to: "${to}", currency: "VND") { committed { amount } disbursed { amount } projectCount unconverted }`;

describe("the aid of a country", () => {
  it("is its part of each project", async () => {
    const [japan, france] = await countries(["JP", "FR"], aid("2023-01-01", "2023-12-31"), { union: "cases" });
    expect(japan.aid).toEqual({ committed: { amount: String(600_300 + 2_890_000) }, disbursed: { amount: String(118_250) }, projectCount: 2, unconverted: 1 });
    expect(france.aid).toEqual({ committed: { amount: String(2_000_000_000 + 1_200_600) }, disbursed: { amount: String(236_500) }, projectCount: 2, unconverted: 0 });
  });

  it("is the row of the summary by country, to the last unit", async () => {
    const { data } = await division.run(`{ aidSummary(union: "demo", from: "2020-01-01", to: "2025-12-31", groupBy: COUNTRY, measure: COMMITTED, currency: "VND") { rows { key amount { amount } } } }`);
    const rows: { key: string; amount: { amount: string } }[] = data.aidSummary.rows;
    const found = await countries(rows.map(({ key }) => key), aid("2020-01-01", "2025-12-31"), { union: "demo" });
    expect(rows.length).toBeGreaterThan(10);
    expect(found.map((country: { code: string; aid: { committed: unknown } }) => ({ key: country.code, amount: country.aid.committed }))).toEqual(rows);
  });

  it("is null where nothing is recorded, and 0 where the union said so", async () => {
    const [unknown] = await countries(["LA"], aid("2023-01-01", "2023-12-31"), { union: "cases" });
    const [none] = await countries(["LA"], aid("2023-01-01", "2023-12-31"), { union: "demo" });
    expect(unknown.aid).toBeNull();
    expect(none.aid).toEqual({ committed: { amount: "0" }, disbursed: { amount: "0" }, projectCount: 0, unconverted: 0 });
  });

  it("leaves demo unions out when no union is named", async () => {
    const [france] = await countries(["FR"], aid("2022-01-01", "2022-12-31"));
    expect(france.aid).toMatchObject({ committed: { amount: "5000000000" }, projectCount: 1 });
  });
});

describe("the NGOs of a country", () => {
  it("are at work on a day by a registration or a project in the union's area", async () => {
    const ngos = (day: string) => `foreignNgos(union: $union, activeOn: "${day}") { totalCount nodes { id } }`;
    const totals = async (code: string, day: string) => (await countries([code], ngos(day), { union: "cases" }))[0].foreignNgos.totalCount;
    expect(await totals("FR", "2018-12-31")).toBe(0);
    expect(await totals("FR", "2019-01-01")).toBe(1);
    expect(await totals("FR", "2021-12-31")).toBe(1);
    // Registered until the end of 2021; its project began in March 2022, and one of May 2021 runs still.
    expect(await totals("FR", "2022-02-01")).toBe(1);
    expect(await totals("JP", "2021-05-04")).toBe(0);
    expect(await totals("JP", "2021-05-05")).toBe(1);
  });

  it("take as many statements for ten countries as for one", async () => {
    const fields = `${aid("2023-01-01", "2023-12-31")} foreignNgos(union: $union, activeOn: "2023-12-31") { totalCount nodes { id name { vi } registrations { number } projects(first: 2) { totalCount nodes { id committed { amount } } } } }`;
    const one = await division.statements(() => countries(["JP"], fields, { union: "demo" }));
    const ten = await division.statements(() => countries(["JP", "US", "FR", "DE", "KR", "GB", "AU", "NL", "CA", "CH"], fields, { union: "demo" }));
    expect(ten.length).toBe(one.length);
  });
});

it("knows a country by an assigned code only", async () => {
  const { data } = await division.run('{ _entities(representations: [{ __typename: "Country", code: "JP" }, { __typename: "Country", code: "ZZ" }]) { ... on Country { code name { vi en } } } }');
  expect(data._entities).toEqual([{ code: "JP", name: { vi: "Nhật Bản", en: "Japan" } }, null]);
});
