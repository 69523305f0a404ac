import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { foreignRelations } from "../foreign-relations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(foreignRelations, { records: true, demo: 1 });
});
afterAll(() => division[Symbol.asyncDispose]());

describe("delegations", () => {
  it("are those that an article names one by one, without a headcount that nobody says", async () => {
    const { data } = await division.run('{ delegations(union: "vinh-phuc") { totalCount totalHeadcount nodes { id direction kind arrivedOn headcount countries { code } } } }');
    const named = { direction: "INBOUND", kind: "TROUPE", arrivedOn: "2014", headcount: null };
    expect(data.delegations).toEqual({
      totalCount: 2,
      totalHeadcount: null,
      nodes: [
        { id: "vinh-phuc:odissi-2014", ...named, countries: [{ code: "IN" }] },
        { id: "vinh-phuc:the-amigos-2014", ...named, countries: [{ code: "US" }] },
      ],
    });
  });

  it("sum up the people of all pages whose number is known", async () => {
    const { data } = await division.run(`{
      one: delegations(union: "demo", first: 1) { totalCount totalHeadcount }
      first: delegations(union: "demo", first: 100) { nodes { headcount } pageInfo { endCursor } }
    }`);
    const { data: rest } = await division.run('query ($after: String) { delegations(union: "demo", first: 100, after: $after) { totalHeadcount nodes { headcount } } }', {
      after: data.first.pageInfo.endCursor,
    });
    const all: { headcount: number | null }[] = [...data.first.nodes, ...rest.delegations.nodes];
    expect(all).toHaveLength(160);
    expect(data.one).toEqual({ totalCount: 160, totalHeadcount: all.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0) });
    expect(rest.delegations.totalHeadcount).toBe(data.one.totalHeadcount);
  });

  it("are filtered by direction, country and period", async () => {
    const { data } = await division.run(`{
      all: delegations(union: "demo", first: 100) { totalCount }
      in: delegations(union: "demo", direction: INBOUND) { totalCount }
      out: delegations(union: "demo", direction: OUTBOUND) { totalCount }
      domestic: delegations(union: "demo", direction: DOMESTIC) { totalCount }
      slovakia: delegations(union: "demo", country: "SK", first: 100) { totalCount nodes { countries { code } } }
      year: delegations(union: "demo", from: "2021-01-01", to: "2021-12-31", first: 100) { nodes { arrivedOn } }
      everywhere: delegations { totalCount }
    }`);
    expect(data.in.totalCount + data.out.totalCount).toBe(data.all.totalCount);
    expect(data.domestic.totalCount).toBe(0);
    expect(data.slovakia.totalCount).toBeGreaterThan(0);
    for (const { countries } of data.slovakia.nodes) expect(countries).toEqual([{ code: "CZ" }, { code: "SK" }]);
    for (const { arrivedOn } of data.year.nodes) expect(arrivedOn).toMatch(/^2021-/);
    expect(data.everywhere.totalCount).toBe(2);
  });

  it("belong to the association that received them, and to its NGOs", async () => {
    const { data } = await division.run(
      `query ($keys: [_Any!]!) { _entities(representations: $keys) {
        ... on FriendshipAssociation { delegations(first: 100) { totalCount nodes { countries { code } } } }
        ... on ForeignNgo { delegations { totalCount } }
      } }`,
      { keys: [{ __typename: "FriendshipAssociation", id: "demo:cz-sk" }, ...Array.from({ length: 40 }, (_, at) => ({ __typename: "ForeignNgo", id: `demo:ngo-${String(at + 1).padStart(2, "0")}` }))] },
    );
    const [association, ...ngos] = data._entities;
    for (const { countries } of association.delegations.nodes) expect(countries).toEqual([{ code: "CZ" }, { code: "SK" }]);
    expect(association.delegations.totalCount).toBeGreaterThan(0);
    expect(ngos.some((ngo: { delegations: { totalCount: number } }) => ngo.delegations.totalCount > 0)).toBe(true);
  });
});
