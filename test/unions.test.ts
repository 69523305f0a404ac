import type { TestSupergraph } from "@huu-nghi/test-kit";
import { testSupergraph } from "./system";

let graph: TestSupergraph;
const change = async (mutation: string, input: object, unions: string[]) => {
  const type = mutation[0]!.toUpperCase() + mutation.slice(1);
  const query = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { changed: ${mutation.endsWith("Union") ? "union" : "unionSuccession"} { id } } }`;
  const { data, errors } = await graph.run(query, { input: { idempotencyKey: JSON.stringify(input).slice(0, 255), ...input } }, { role: "officer", divisions: ["associations"], unions });
  expect(errors).toBeUndefined();
  return data[mutation].changed.id as string;
};

beforeAll(async () => {
  graph = await testSupergraph({ records: true });
  await change("createUnion", { id: "cum-4", name: { vi: "Cụm mẫu" }, level: "CLUSTER", parent: "vufo" }, ["*"]);
  await change("changeUnion", { id: "phu-tho", version: 1, parent: "cum-4" }, ["*"]);
  // Nobody says when it began; one that began with the merger has nothing to say of 2014.
  await change("correctUnion", { id: "phu-tho", version: 2, foundedOn: "2025-07-01", reason: "A test" }, ["*"]);
}, 120_000);
afterAll(() => graph[Symbol.asyncDispose]());

it("a union that took another's place has that one's report, of every division, where it is asked for", async () => {
  // Both are below the national union, one of them in a cluster: its officer writes down by which act.
  expect(await change("correctUnionSuccession", { id: "vinh-phuc:phu-tho", version: 1, decisionNumber: "12/QĐ-LH", reason: "A test" }, ["vufo"])).toBe("vinh-phuc:phu-tho");
  const figures = `annualReport(year: 2014, includePredecessors: $with) { from unions { id } associations { figure(code: "associations.associations") { value readings { value unionId } records { totalCount } } }
    foreignRelations { figure(code: "foreignRelations.peopleInbound") { value } } ngoAid { figure(code: "ngoAid.ngos") { value } } }`;
  const ask = async (id: string, withThem: boolean) => (await graph.run(`query ($id: ID!, $with: Boolean) { union(id: $id) { ${figures} predecessors { predecessor { id } } } }`, { id, with: withThem })).data.union;
  const then = await ask("vinh-phuc", false);
  expect(then.annualReport).toMatchObject({ associations: { figure: { value: "10" } }, foreignRelations: { figure: { value: "350" } }, ngoAid: { figure: { value: "21" } } });
  const both = await ask("phu-tho", true);
  expect(both.predecessors).toEqual([{ predecessor: { id: "vinh-phuc" } }]);
  expect(both.annualReport).toEqual({ ...then.annualReport, unions: [{ id: "phu-tho" }, { id: "vinh-phuc" }] });
  const own = await ask("phu-tho", false);
  expect(own.annualReport).toMatchObject({ associations: { figure: { value: null, records: { totalCount: 0 } } }, foreignRelations: { figure: { value: null } }, ngoAid: { figure: { value: null } } });
});

describe("a stock of a union that has ended", () => {
  const codes = { associations: "associations.memberships", ngoAid: "ngoAid.ngos" };
  const ask = async (id: string, year: number, withThem: boolean) => {
    const fields = (code: string) => `figure(code: "${code}") { value basis unionEndedOn previous readings { basis value unionId source { statedAsOf } } records { totalCount } }`;
    const report = `annualReport(year: $year, includePredecessors: $with) { associations { memberships: ${fields(codes.associations)} associations: ${fields("associations.associations")} } ngoAid { ${fields(codes.ngoAid)} } }`;
    const { data, errors } = await graph.run(`query ($id: ID!, $year: Int!, $with: Boolean) { union(id: $id) { ${report} } }`, { id, year, with: withThem });
    expect(errors).toBeUndefined();
    const { associations, ngoAid } = data.union.annualReport;
    return { ...associations, ngos: ngoAid.figure };
  };
  const printed = { basis: "REPORTED", value: "5000", unionId: "vinh-phuc", source: { statedAsOf: "2021" } };

  it("is answered as long as it stood, in each division, and with its successor", async () => {
    for (const year of [2014, 2024]) {
      const own = await ask("vinh-phuc", year, false);
      expect([own.associations.value, own.memberships.value, own.ngos.value]).toEqual(year === 2014 ? ["10", null, "21"] : ["12", "5000", "21"]);
      expect([own.memberships.unionEndedOn, own.ngos.unionEndedOn]).toEqual([null, null]);
      expect(await ask("phu-tho", year, true)).toEqual(own);
    }
  });

  it.each([2025, 2026])("is not answered for the end of %d, by no old statement nor by records that nobody ended, and says why", async year => {
    const own = await ask("vinh-phuc", year, false);
    const over = { value: null, basis: null, unionEndedOn: "2025-07-01", records: { totalCount: 0 } };
    expect(own).toMatchObject({ memberships: { ...over, readings: [printed] }, associations: over, ngos: over });
    expect([own.memberships.previous, own.ngos.previous]).toEqual(year === 2025 ? ["5000", "21"] : [null, null]);
    expect(own.associations.readings).toMatchObject([{ basis: "REPORTED", value: "12" }]);
  });

  it.each([2025, 2026])("is among its successor's readings for %d, in no total; what it left and nobody ended counts there", async year => {
    const both = await ask("phu-tho", year, true);
    expect(both.memberships).toMatchObject({ value: null, unionEndedOn: null, readings: [printed] });
    expect(both.associations).toMatchObject({ value: "12", basis: "RECORDED", readings: [{ basis: "RECORDED", unionId: null }, { basis: "REPORTED", value: "12", unionId: "vinh-phuc" }], records: { totalCount: 12 } });
    expect(await ask("phu-tho", year, false)).toMatchObject({ memberships: { value: null, unionEndedOn: null, readings: [] }, associations: { value: null, readings: [] } });
  });
});

it("countries whose relations have a level, and for which no association stands, are listed by one question", async () => {
  const { data, errors } = await graph.run('query ($asOf: LocalDate!) { countries { code partnershipLevels { level until } hasFriendshipAssociation(union: "vufo", includeDescendants: true, asOf: $asOf) } }', { asOf: "2021-04-30" });
  expect(errors).toBeUndefined();
  const countries = data.countries as { code: string; partnershipLevels: { until: string | null }[]; hasFriendshipAssociation: boolean }[];
  const without = countries.filter(({ partnershipLevels, hasFriendshipAssociation }) => partnershipLevels.some(({ until }) => until === null) && !hasFriendshipAssociation).map(({ code }) => code);
  expect(without).toEqual(expect.arrayContaining(["AU"]));
  // Laos has both, and Belize has neither.
  for (const code of ["LA", "BZ"]) expect(without).not.toContain(code);
  expect(countries.find(({ code }) => code === "LA")).toMatchObject({ hasFriendshipAssociation: true });
});
