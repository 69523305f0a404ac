import { buildDivisionSchema } from "@huu-nghi/subgraph-kit";
import { testSubgraph, viewers, type TestSubgraph } from "@huu-nghi/test-kit";
import { getNamedType, isObjectType } from "graphql";
import { associations } from "../associations";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(associations, { records: true, demo: 1 });
});
afterAll(() => division[Symbol.asyncDispose]());

const idsOf = (nodes: { id: string }[]) => nodes.map(({ id }) => id);

describe("unions", () => {
  it("are listed by their Vietnamese names, without those made up for trying", async () => {
    const { data } = await division.run("{ unions { id level parent { id } } }");
    expect(data.unions).toEqual([
      { id: "dong-nai", level: "PROVINCIAL", parent: { id: "vufo" } },
      { id: "phu-tho", level: "PROVINCIAL", parent: { id: "vufo" } },
      { id: "vinh-phuc", level: "PROVINCIAL", parent: { id: "vufo" } },
      { id: "vufo", level: "NATIONAL", parent: null },
    ]);
  });

  it("are listed by level, with demo unions when that is asked for", async () => {
    const { data } = await division.run("{ national: unions(level: NATIONAL) { id } all: unions(level: PROVINCIAL, includeDemo: true) { id demo } }");
    expect(idsOf(data.national)).toEqual(["vufo"]);
    expect(data.all).toContainEqual({ id: "demo", demo: true });
    // Two that articles name, the one that one of them went into, and the demo's with the one before it.
    expect(idsOf(data.all).sort()).toEqual(["demo", "demo:before", "dong-nai", "phu-tho", "vinh-phuc"]);
  });

  it("are null where there is none with the id", async () => {
    const { data, errors } = await division.run('{ union(id: "nowhere") { id } }');
    expect({ data, errors }).toEqual({ data: { union: null }, errors: undefined });
  });
});

describe("the associations of a union", () => {
  it("are those that stand on the day", async () => {
    const { data } = await division.run(`{ union(id: "dong-nai") {
      before: friendshipAssociations(asOf: "2021-04-29") { totalCount nodes { id } }
      then: friendshipAssociations(asOf: "2021-04-30") { totalCount nodes { id } }
    } }`);
    expect(data.union.before).toEqual({ totalCount: 0, nodes: [] });
    // "Cam" before "Hàn" before "Hoa": the order of Vietnamese names, not of their code points.
    expect(idsOf(data.union.then.nodes)).toEqual(
      ["kh", "kr", "us", "la", "ru", "jp", "fr", "th", "cn"].map(code => `dong-nai:${code}`),
    );
    expect(data.union.then.totalCount).toBe(9);
  });

  it("are read page by page, each once", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await division.run(
        `query ($after: String) { friendshipAssociations(union: "vinh-phuc", first: 4, after: $after) {
          totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
        { after },
      );
      const page = data.friendshipAssociations;
      expect(page.totalCount).toBe(12);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(page.edges.at(-1).cursor).toBe(page.pageInfo.endCursor);
      seen.push(...idsOf(page.nodes));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(12);
    expect(seen).toHaveLength(12);
  });

  it.each([
    ["first: 0", "first", "from 1 to 100"],
    ["first: -1", "first", "from 1 to 100"],
    ["first: 101", "first", "from 1 to 100"],
    ['after: "garbled"', "after", "not a cursor"],
    ['after: "WyJhIl0"', "after", "not a cursor"],
  ])("refuse %s", async (args, argument, said) => {
    const { data, errors } = await division.run(`{ friendshipAssociations(${args}) { totalCount } }`);
    expect(data).toEqual({ friendshipAssociations: null });
    expect(errors).toMatchObject([{ message: expect.stringContaining(said), extensions: { code: "BAD_USER_INPUT", argument } }]);
  });

  it("take exactly the union that is named unless those below it are asked for", async () => {
    const { data } = await division.run(`{
      own: friendshipAssociations(union: "vufo") { nodes { id } }
      below: friendshipAssociations(union: "vufo", includeDescendants: true) { totalCount }
    }`);
    expect(idsOf(data.own.nodes).sort()).toEqual(["vufo:cn", "vufo:jp"]);
    expect(data.below.totalCount).toBe(2 + 10 + 12);
  });
});

describe("the report of a union", () => {
  it.each([
    ["annualReport(year: 1899)", "year"],
    ["annualReport(year: 30000)", "year"],
    ['report(from: "2014-12-31", to: "2014-01-01")', "to"],
  ])("refuses %s", async (report, argument) => {
    const { errors } = await division.run(`{ union(id: "vufo") { ${report} { id } } }`);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
  });

  it("is found again by its id, and what is no such id is null", async () => {
    const { data } = await division.run('{ union(id: "vinh-phuc") { annualReport(year: 2014) { id from to } } }');
    const report = data.union.annualReport;
    expect(report).toMatchObject({ from: "2014-01-01", to: "2014-12-31" });
    const found = await division.run("query ($of: [_Any!]!) { _entities(representations: $of) { ... on Report { from to } } }", {
      of: [{ __typename: "Report", id: report.id }, { __typename: "Report", id: "nonsense" }],
    });
    expect(found.data._entities).toEqual([{ from: "2014-01-01", to: "2014-12-31" }, null]);
  });
});

describe("an argument that names what there is not", () => {
  const given: Record<string, string> = { withinMonths: "12", groupBy: "SCHOOL", purpose: "MEMBER_LIST", reason: '"For a test"' };
  // Of persons nobody is told whether they are there; a record of the log can be of any kind, and a group of countries has an answer of its own.
  const others = ["id", "person", "record", "group"];
  const named = Object.values(buildDivisionSchema(associations).declared.getTypeMap()).filter(isObjectType).filter(({ name }) => name !== "Mutation").flatMap(type =>
    Object.values(type.getFields()).flatMap(({ name: field, args, type: fieldType }) => {
      const required = args.filter(each => each.type.toString().endsWith("!"));
      return args
        .filter(each => getNamedType(each.type).name === "ID" && !others.includes(each.name))
        .map(({ name }) => {
          const filled = required.filter(each => each.name !== name).map(each => `, ${each.name}: ${given[each.name] ?? '"demo"'}`).join("");
          const selection = getNamedType(fieldType).name.endsWith("Connection") ? " { totalCount nodes { __typename } edges { cursor } pageInfo { endCursor } }" : isObjectType(getNamedType(fieldType)) ? " { __typename }" : "";
          return [type.name, field, name, `${field}(${name}: "nope"${filled})${selection}`] as const;
        });
    }),
  );
  const keys: Record<string, object> = { Country: { code: "LA" }, FriendshipAssociation: { id: "demo:la" } };

  it.each(named)("%s.%s has no empty list: %s", async (type, _field, argument, selection) => {
    const [query, variables] = type === "Query" ? [`{ ${selection} }`, {}] : [`query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${selection} } } }`, { of: [{ __typename: type, ...keys[type] }] }];
    const { errors } = await division.run(query, variables, viewers.admin());
    expect(errors).toMatchObject([{ message: expect.stringMatching(/^There is no (union|friendship association|branch) nope\. In \w+, give the id of one that there is\.$/), extensions: { code: "BAD_USER_INPUT", argument } }]);
  });

  it("does not refuse a code that no country has: nothing is of it", async () => {
    const { data, errors } = await division.run('{ friendshipAssociations(country: "ZZ") { totalCount nodes { id } } }');
    expect({ data, errors }).toEqual({ data: { friendshipAssociations: { totalCount: 0, nodes: [] } }, errors: undefined });
  });

  it("is answered with none where what is named is there", async () => {
    const { data, errors } = await division.run('{ a: friendshipAssociations(union: "phu-tho") { totalCount nodes { id } } b: people(union: "phu-tho", country: "AQ") { totalCount } c: unions(within: "phu-tho", level: CLUSTER) { id } }', {}, viewers.admin());
    expect({ data, errors }).toEqual({ data: { a: { totalCount: 0, nodes: [] }, b: { totalCount: 0 }, c: [] }, errors: undefined });
  });
});
