import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "../associations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
});
afterAll(() => division[Symbol.asyncDispose]());

const entities = (representations: object[], fields: string) =>
  division.run(`query ($of: [_Any!]!) { _entities(representations: $of) { __typename ${fields} } }`, { of: representations });

describe("a friendship association", () => {
  it("has its name, union, countries and what is known of its founding", async () => {
    const { data } = await division.run(`{ friendshipAssociation(id: "vinh-phuc:gb") {
      name { vi en ownTranslation } union { id } countries { code name { vi en } } foundedOn dissolvedOn congresses { ordinal } currentCongress { ordinal }
    } }`);
    expect(data.friendshipAssociation).toEqual({
      name: {
        vi: "Hội hữu nghị Việt Nam - Anh tỉnh Vĩnh Phúc",
        en: "Vietnam - England Friendship Association of Vinh Phuc province",
        ownTranslation: "VI",
      },
      union: { id: "vinh-phuc" },
      countries: [{ code: "GB", name: { vi: "Vương quốc Anh", en: "United Kingdom" } }],
      foundedOn: "2014",
      dissolvedOn: null,
      congresses: [],
      currentCongress: null,
    });
  });

  it("is null where there is none with the id", async () => {
    const { data } = await division.run('{ friendshipAssociation(id: "vinh-phuc:xx") { id } }');
    expect(data).toEqual({ friendshipAssociation: null });
  });

  it("of two countries appears under both", async () => {
    const countries = ["CZ", "SK"].map(code => ({ __typename: "Country", code }));
    const { data } = await entities(countries, '... on Country { friendshipAssociations(union: "vinh-phuc", asOf: "2014-12-31") { totalCount nodes { id } } }');
    const expected = { totalCount: 1, nodes: [{ id: "vinh-phuc:cz-sk" }] };
    expect(data._entities.map((country: { friendshipAssociations: unknown }) => country.friendshipAssociations)).toEqual([expected, expected]);
  });

  it("is found by a part of its name, without accents, and by its country", async () => {
    const { data } = await division.run(`{
      vietnamese: friendshipAssociations(text: "duc tinh vinh") { nodes { id } }
      english: friendshipAssociations(text: "cambodia", union: "dong-nai") { nodes { id } }
      country: friendshipAssociations(country: "LA", union: "dong-nai") { nodes { id } }
    }`);
    expect(data.vietnamese.nodes).toEqual([{ id: "vinh-phuc:de" }]);
    expect(data.english.nodes).toEqual([{ id: "dong-nai:kh" }]);
    // Laos is one of the countries of ASEAN.
    expect(data.country.nodes).toEqual([{ id: "dong-nai:asean" }, { id: "dong-nai:la" }]);
  });

  it("is told by its key, and an unknown key is null", async () => {
    const { data } = await entities(
      [{ __typename: "FriendshipAssociation", id: "vufo:cn" }, { __typename: "FriendshipAssociation", id: "nowhere:cn" }],
      "... on FriendshipAssociation { id currentCongress { ordinal heldOn tenureFrom tenureTo } }",
    );
    expect(data._entities).toEqual([
      {
        __typename: "FriendshipAssociation",
        id: "vufo:cn",
        currentCongress: { ordinal: 7, heldOn: "2023-11-25", tenureFrom: 2023, tenureTo: 2028 },
      },
      null,
    ]);
  });
});

describe("associations made up for trying", () => {
  it("are in no list that does not name their union", async () => {
    const { data } = await division.run(`{
      all: friendshipAssociations(first: 100) { totalCount } laos: friendshipAssociations(country: "LA") { nodes { id } } named: friendshipAssociations(union: "demo") { totalCount }
    }`);
    expect(data).toEqual({ all: { totalCount: 2 + 10 + 12 }, laos: { nodes: [{ id: "dong-nai:asean" }, { id: "dong-nai:la" }, { id: "vinh-phuc:la" }] }, named: { totalCount: 10 + 1 } });
    const country = await entities([{ __typename: "Country", code: "LA" }], '... on Country { all: friendshipAssociations { totalCount } own: friendshipAssociations(union: "demo") { nodes { id groups { id } } } }');
    // The demo has an association for Laos, and one for the group of countries that Laos is in.
    expect(country.data._entities).toMatchObject([{ all: { totalCount: 3 }, own: { nodes: [{ id: "demo:asean", groups: [{ id: "ASEAN" }] }, { id: "demo:la", groups: [] }] } }]);
  });
});

describe("searching by a text", () => {
  it.each([
    ["a text of signs", "%", 0],
    ["a text across both languages", "Quốc Vietnam", 0],
    ["a decomposed text", "Lào".normalize("NFD"), 2],
    ["a blank text, which is none", "  ", 24],
  ])("finds with %s what a person means", async (_name, text, totalCount) => {
    const { data } = await division.run("query ($text: String) { friendshipAssociations(text: $text) { totalCount } }", { text });
    expect(data.friendshipAssociations.totalCount).toBe(totalCount);
  });
});

describe("members of an association", () => {
  const counts = (id: string, asOf: string) =>
    division.run("query ($id: ID!, $asOf: LocalDate) { friendshipAssociation(id: $id) { membershipCount(asOf: $asOf) peopleCount(asOf: $asOf) } }", { id, asOf });

  it("are unknown, not none, where no membership was recorded", async () => {
    const { data } = await counts("dong-nai:la", "2021-04-30");
    expect(data.friendshipAssociation).toEqual({ membershipCount: null, peopleCount: null });
  });

  it("are counted on a day: memberships, and people once", async () => {
    const [early, late] = await Promise.all([counts("demo:la", "2012-12-31"), counts("demo:la", "2025-12-31")]);
    const { membershipCount, peopleCount } = late.data.friendshipAssociation;
    expect(membershipCount).toBeGreaterThan(early.data.friendshipAssociation.membershipCount);
    expect(peopleCount).toBeLessThanOrEqual(membershipCount);
  });

  it("are all the memberships of a union's report, with people counted once", async () => {
    const { data } = await division.run(`{ union(id: "demo") { annualReport(year: 2025) { associations {
      memberships: figure(code: "associations.memberships") { value readings { basis complete } records(first: 2) { totalCount nodes { kind label { en } value } } }
      people: figure(code: "associations.people") { value unit }
      branches: figure(code: "associations.branches") { value }
      unknown: figure(code: "associations.nonsense") { value }
    } } } }`);
    const { memberships, people, branches, unknown } = data.union.annualReport.associations;
    expect(memberships.value).toBe("10646");
    expect(memberships.records.totalCount).toBe(10_646);
    expect(people.value).toBe("10000");
    expect(people.unit).toBe("people");
    expect(Number(branches.value)).toBeGreaterThan(31);
    expect(unknown).toBeNull();
    // A membership is told by its association: who the member is, is not public.
    expect(JSON.stringify(memberships.records.nodes)).not.toMatch(/Person \d/);
  });

  it("stay private, while what is counted is shown", async () => {
    const { data, errors } = await division.run('{ friendshipAssociation(id: "demo:la") { peopleCount memberships { totalCount nodes { person { fullName } } } } }');
    expect(data.friendshipAssociation).toEqual({ peopleCount: expect.any(Number), memberships: null });
    expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  });
});

describe("loading many", () => {
  const query = `query ($first: Int) { friendshipAssociations(union: "demo", first: $first) { totalCount nodes {
    id union { id } countries { code name { vi } } currentCongress { ordinal } membershipCount peopleCount branches(first: 2) { totalCount nodes { id } }
  } } }`;

  it("takes as many statements for ten as for two", async () => {
    const [two, ten] = [await division.statements(() => division.run(query, { first: 2 })), await division.statements(() => division.run(query, { first: 10 }))];
    expect(two.length).toBeGreaterThan(3);
    expect(ten.length).toBe(two.length);
  });
});
