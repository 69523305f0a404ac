import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { foreignRelations } from "../foreign-relations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(foreignRelations, { records: true, demo: 1 });
});
afterAll(() => division[Symbol.asyncDispose]());

const idsOf = (nodes: { id: string }[]) => nodes.map(({ id }) => id);
const everything = "id startsOn countries { code } organisers { role union { id } association { id } partner { id name { en } } } occasion { id } implements { id issuer } statements { field }";

describe("an event", () => {
  it("names those who organise it, each in its role", async () => {
    const { data } = await division.run(`{ event(id: "vufo:jp-50-years-2023") { kind ${everything} } }`);
    expect(data.event).toEqual({
      id: "vufo:jp-50-years-2023",
      kind: "CELEBRATION",
      startsOn: "2023-09-21",
      countries: [{ code: "JP" }],
      organisers: [
        { role: "HOST", union: { id: "vufo" }, association: null, partner: null },
        { role: "HOST", union: null, association: { id: "vufo:jp" }, partner: null },
        { role: "COORDINATING", union: null, association: null, partner: { id: "ministry-of-foreign-affairs", name: { en: "Ministry of Foreign Affairs" } } },
      ],
      occasion: { id: "jp:diplomatic-relations" },
      implements: [],
      statements: [],
    });
  });

  it("says how exactly its headcount is meant", async () => {
    const { data } = await division.run('{ event(id: "vinh-phuc:homeland-spring-2014") { startsOn headcount headcountQualifier } }');
    expect(data.event).toEqual({ startsOn: "2014-01", headcount: 100, headcountQualifier: "MORE_THAN" });
  });

  it("shows what the article printed, and what other sources say beside it", async () => {
    const { data } = await division.run('{ event(id: "vn:hanoi-peace-conference") { startsOn statements { field value } } }');
    expect(data.event.startsOn).toBe("2023-11");
    expect(data.event.statements).toContainEqual({ field: "startsOn", value: "2022-11-25" });
  });

  it("is null where there is none with the id", async () => {
    const { data, errors } = await division.run('{ event(id: "nothing") { id } }');
    expect({ data, errors }).toEqual({ data: { event: null }, errors: undefined });
  });
});

describe("the events of a union", () => {
  it("are those that it, or one of its associations, organises, newest first", async () => {
    const { data } = await division.run('{ events(union: "vufo") { totalCount nodes { id } } }');
    expect(data.events).toEqual({ totalCount: 3, nodes: ["vufo:us-friendship-festival-2023", "vufo:cn-congress-7", "vufo:jp-50-years-2023"].map(id => ({ id })) });
  });

  it("lie in a period with the whole span of their date", async () => {
    const inPeriod = async (from: string, to: string) => {
      const { data } = await division.run(`{ events(union: "vinh-phuc", from: "${from}", to: "${to}") { nodes { id } } }`);
      return idsOf(data.events.nodes);
    };
    expect(await inPeriod("2014-01-01", "2014-12-31")).toHaveLength(3);
    expect(await inPeriod("2014-01-01", "2014-01-31")).toEqual(["vinh-phuc:homeland-spring-2014"]);
    expect(await inPeriod("2014-01-02", "2014-12-31")).toEqual([]);
  });

  it("are in lists without a union only where they are real", async () => {
    const { data } = await division.run(`{
      all: events { totalCount nodes { id } } demo: events(union: "demo") { totalCount }
      laos: events(country: "LA") { totalCount } demoLaos: events(country: "LA", union: "demo") { totalCount } association: events(association: "demo:la") { totalCount }
    }`);
    expect(data.all.totalCount).toBe(9);
    expect(data.demo.totalCount).toBe(120);
    expect(data.laos.totalCount).toBe(0);
    expect(data.demoLaos.totalCount).toBe(data.association.totalCount);
  });

  it("are refused for a period that ends before it begins", async () => {
    const { errors } = await division.run('{ events(from: "2023-01-02", to: "2023-01-01") { totalCount } }');
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "to" } }]);
  });
});

describe("an event of two associations", () => {
  it("is in the list of both, and once in their union's", async () => {
    const { data } = await division.run('{ events(union: "demo", first: 100) { nodes { id organisers { association { id } } } } }');
    const associationsOf = ({ organisers }: { organisers: { association: { id: string } | null }[] }) => organisers.flatMap(({ association }) => (association ? [association.id] : []));
    const shared = data.events.nodes.find((event: never) => associationsOf(event).length === 2);
    const ofBoth = await Promise.all(associationsOf(shared).map(id => division.run(`{ events(association: "${id}", first: 100) { nodes { id } } }`)));
    for (const list of ofBoth) expect(idsOf(list.data.events.nodes).filter(id => id === shared.id)).toHaveLength(1);
    expect(idsOf(data.events.nodes).filter(id => id === shared.id)).toHaveLength(1);
  });
});

describe("what other divisions own", () => {
  it("has its events by its key", async () => {
    const { data } = await division.run(
      `query ($keys: [_Any!]!) { _entities(representations: $keys) {
        ... on FriendshipAssociation { events(from: "2023-01-01", to: "2023-12-31") { nodes { id } } }
        ... on ForeignNgo { events { totalCount } }
        ... on Country { events(union: "vufo") { totalCount } }
      } }`,
      { keys: [{ __typename: "FriendshipAssociation", id: "vufo:jp" }, { __typename: "ForeignNgo", id: "demo:ngo-01" }, { __typename: "Country", code: "CN" }] },
    );
    expect(data._entities[0]).toEqual({ events: { nodes: [{ id: "vufo:jp-50-years-2023" }] } });
    expect(data._entities[1].events.totalCount).toBeGreaterThan(0);
    expect(data._entities[2]).toEqual({ events: { totalCount: 1 } });
  });
});

describe("a page of events", () => {
  it("takes as many statements for 100 events as for 20", async () => {
    const statements = async (first: number) =>
      (await division.statements(() => division.run(`{ events(union: "demo", first: ${first}) { totalCount nodes { ${everything} } pageInfo { endCursor } } }`))).length;
    expect(await statements(100)).toBe(await statements(20));
    // Page, count, events; countries, organisers, partners, occasions; documents by two, issuers; statements.
    expect(await statements(20)).toBe(11);
  });

  it("takes as many statements for all countries as for one", async () => {
    const ask = (codes: string[]) =>
      division.statements(() =>
        division.run(
          `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Country {
            name { vi } partnershipLevels { level } importantDates { id } events(union: "demo") { totalCount nodes { id } } delegations(union: "demo") { totalHeadcount nodes { id } } } } }`,
          { keys: codes.map(code => ({ __typename: "Country", code })) },
        ),
      );
    expect((await ask(["LA", "KH", "TH", "KR", "RU", "JP", "FR", "CN", "US", "CZ", "SK"])).length).toBe((await ask(["LA"])).length);
  });
});
