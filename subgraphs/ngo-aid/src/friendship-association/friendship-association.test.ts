import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { loadCases } from "../cases.fixture";
import { ngoAid } from "../ngo-aid";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(ngoAid, { demo: 1 });
  await loadCases(division.urls);
}, 60_000);
afterAll(() => division[Symbol.asyncDispose]());

const mobilised = async (ids: string[], from = "2023-01-01", to = "2023-12-31") => {
  const { data, errors } = await division.run(
    `query ($representations: [_Any!]!, $from: LocalDate!, $to: LocalDate!) { _entities(representations: $representations) { ... on FriendshipAssociation {
      mobilisedAid(from: $from, to: $to, currency: "VND") { committed { amount currency } disbursed { amount } projectCount unconverted } } } }`,
    { representations: ids.map(id => ({ __typename: "FriendshipAssociation", id })), from, to },
  );
  return { aid: data?._entities.map((each: { mobilisedAid: unknown }) => each.mobilisedAid), errors };
};

describe("the aid that an association mobilised", () => {
  it("is that of the projects that name it, in full for each of two that are named", async () => {
    const { aid } = await mobilised(["cases:fr", "cases:jp"]);
    const split = { committed: { amount: "2401200", currency: "VND" }, disbursed: { amount: "473000" }, projectCount: 1, unconverted: 0 };
    expect(aid).toEqual([split, { ...split, committed: { amount: String(2_401_200 + 2_890_000), currency: "VND" }, projectCount: 2, unconverted: 1 }]);
  });

  it("is null where nothing is recorded, and 0 where its union said so", async () => {
    expect((await mobilised(["cases:la", "dong-nai:la"])).aid).toEqual([null, null]);
    expect((await mobilised(["demo:none"])).aid).toEqual([{ committed: { amount: "0", currency: "VND" }, disbursed: { amount: "0" }, projectCount: 0, unconverted: 0 }]);
    expect((await mobilised(["demo:none"], "2019-01-01")).aid).toEqual([null]);
  });

  it("refuses a period that ends before it begins", async () => {
    expect((await mobilised(["cases:fr"], "2024-01-01")).errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "to" });
  });

  it("takes as many statements for ten associations as for one", async () => {
    const ten = ["la", "kh", "th", "kr", "ru", "jp", "fr", "cn", "us", "cz-sk"].map(of => `demo:${of}`);
    // One without entries in both, so that each asks whether the union's records are complete.
    const forOne = await division.statements(() => mobilised([ten[0]!, "demo:none"]));
    const forTen = await division.statements(() => mobilised([...ten, "demo:none"]));
    expect(forTen.length).toBe(forOne.length);
  });
});
