import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { loadCases } from "../cases.fixture";
import { ngoAid } from "../ngo-aid";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(ngoAid, { demo: 1 });
  await loadCases(division.urls);
}, 60_000);
afterAll(() => division[Symbol.asyncDispose]());

const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);
const project = async (id: string, fields: string) => {
  const { data, errors } = await division.run(`query ($id: ID!) { aidProject(id: $id) { ${fields} } }`, { id });
  expect(errors).toBeUndefined();
  return data.aidProject;
};
const listed = async (filter: string) => {
  const { data, errors } = await division.run(`{ aidProjects(${filter}) { totalCount nodes { id } } }`);
  expect(errors).toBeUndefined();
  return idsOf(data.aidProjects);
};

describe("what was promised to a project", () => {
  const sums = "committed { amount currency } dong: committed(currency: \"VND\") { amount currency } disbursed { amount currency }";

  it("is in its own currency when its entries share one", async () => {
    expect(await project("split", sums)).toEqual({
      committed: { amount: "100.05", currency: "USD" },
      dong: { amount: "2401200", currency: "VND" },
      disbursed: { amount: "20", currency: "USD" },
    });
  });

  it("is the first promise with all additions and cuts, and nothing was paid that is not recorded", async () => {
    expect(await project("revised", sums)).toMatchObject({ committed: { amount: "6000000000", currency: "VND" }, disbursed: null });
  });

  it("is null where one entry has no rate: a part would pass for the whole", async () => {
    expect(await project("no-rate", sums)).toEqual({ committed: null, dong: null, disbursed: null });
    expect(await project("idea", sums)).toEqual({ committed: null, dong: null, disbursed: null });
  });

  it("is refused in a currency that does not exist", async () => {
    const { errors } = await division.run('{ aidProject(id: "split") { committed(currency: "ABC") { amount } } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "currency" });
  });

  it("is entered in commitments, each with its day and the rate that holds for it", async () => {
    const fields = "commitments { totalCount nodes { id kind signedOn amount { amount currency } exchangeRate { vndPerUnit kind validFrom source { title } } project { id } } }";
    expect(await project("revised", fields)).toMatchObject({
      commitments: { totalCount: 3, nodes: [{ id: "revised-3", kind: "REVISION", amount: { amount: "-1000000000" }, exchangeRate: null }, { id: "revised-2" }, { id: "revised-1", kind: "ORIGINAL" }] },
    });
    expect((await project("split", fields)).commitments.nodes).toEqual([
      {
        id: "split-1",
        kind: "ORIGINAL",
        signedOn: "2023-06-15",
        amount: { amount: "100.05", currency: "USD" },
        exchangeRate: { vndPerUnit: "24000", kind: "MONTHLY_ACCOUNTING", validFrom: "2023-06-01", source: { title: "Invented for the tests" } },
        project: { id: "split" },
      },
    ]);
    expect((await project("no-rate", fields)).commitments.nodes).toMatchObject([{ id: "no-rate-2", exchangeRate: { vndPerUnit: "170" } }, { id: "no-rate-1", exchangeRate: null }]);
    expect(await project("split", "disbursements { nodes { paidOn amount { amount } exchangeRate { vndPerUnit } } }")).toEqual({
      disbursements: {
        nodes: [
          { paidOn: "2023-03-01", amount: { amount: "10" }, exchangeRate: { vndPerUnit: "23800" } },
          { paidOn: "2023-01-20", amount: { amount: "10" }, exchangeRate: { vndPerUnit: "23500" } },
        ],
      },
    });
  });
});

describe("a project", () => {
  it("has its NGOs, sectors, places, associations and union, the largest share first", async () => {
    const fields = "code title { vi en } ngos { id } ngoShares { percentage ngo { id } } sectors { percentage sector { code } } localities { percentage locality { name { vi } } } associations { id } union { id }";
    expect(await project("split", fields)).toEqual({
      code: "S",
      title: { vi: "Rừng đầu nguồn", en: "Rừng đầu nguồn" },
      ngos: [{ id: "dragon" }, { id: "crane" }, { id: "nobody" }],
      ngoShares: [
        { percentage: "50", ngo: { id: "dragon" } },
        { percentage: null, ngo: { id: "crane" } },
        { percentage: null, ngo: { id: "nobody" } },
      ],
      sectors: [
        { percentage: "70", sector: { code: "environment" } },
        { percentage: "12.5", sector: { code: "education" } },
        { percentage: "10.2", sector: { code: "relief" } },
      ],
      localities: [
        { percentage: "60", locality: { name: { vi: "Xã A" } } },
        { percentage: null, locality: { name: { vi: "Xã B" } } },
      ],
      associations: [{ id: "cases:fr" }, { id: "cases:jp" }],
      union: { id: "cases" },
    });
  });

  it("is null where there is none with the id", async () => expect(await project("nothing", "id")).toBeNull());
});

describe("the list of projects", () => {
  it("has the ones that began last first, and those that have not begun last", async () => {
    expect(await listed('union: "cases"')).toEqual(["no-rate", "split", "revised", "thirds", "idea"]);
  });

  it.each([
    ["country", 'country: "FR"', ["split", "revised", "thirds"]],
    ["sector", 'sector: "relief"', ["split", "revised"]],
    ["locality", 'locality: "commune-b"', ["split"]],
    ["NGO", 'ngo: "nobody"', ["split", "thirds", "idea"]],
    ["text without accents", 'text: "rung dau NGUON"', ["split"]],
    ["code", 'text: "r", union: "elsewhere"', ["other"]],
    ["several of them", 'union: "cases", country: "JP", sector: "education"', ["split"]],
    ["a country without projects", 'country: "ZZ"', []],
  ])("is filtered by %s", async (_, filter, expected) => expect(await listed(filter)).toEqual(expected));

  it("leaves demo projects out unless something of theirs is named", async () => {
    expect(await listed("first: 100")).toHaveLength(6);
    const { data } = await division.run('{ a: aidProjects(union: "demo") { totalCount } b: aidProjects(sector: "demo:health") { totalCount } c: aidProjects(ngo: "demo:ngo-01") { totalCount } }');
    expect(data.a.totalCount).toBe(220);
    expect(data.b.totalCount).toBeGreaterThan(0);
    expect(data.c.totalCount).toBeGreaterThan(0);
  });

  it("is read page by page, each once", async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data }: { data: { aidProjects: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } } = await division.run(
        'query ($after: String) { aidProjects(union: "demo", first: 50, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      seen.push(...idsOf(data.aidProjects));
      if (!data.aidProjects.pageInfo.hasNextPage) break;
      after = data.aidProjects.pageInfo.endCursor;
    }
    expect(seen).toHaveLength(220);
    expect(new Set(seen).size).toBe(220);
  });

  it("takes as many statements for a hundred projects as for one", async () => {
    const query = `query ($first: Int) { aidProjects(union: "demo", first: $first) { totalCount nodes {
      id ngos { id name { vi } country { code name { vi } } } sectors { sector { name { vi } } } localities { locality { name { vi } } } associations { id }
      committed(currency: "VND") { amount } disbursed(currency: "USD") { amount } own: committed { amount currency }
      commitments(first: 5) { totalCount nodes { amount { amount } exchangeRate { vndPerUnit source { title } } } } disbursements(first: 5) { nodes { exchangeRate { vndPerUnit } } } } } }`;
    const one = await division.statements(() => division.run(query, { first: 1 }));
    const hundred = await division.statements(() => division.run(query, { first: 100 }));
    expect(hundred.length).toBeLessThanOrEqual(one.length + 2);
    const fifty = await division.statements(() => division.run(query, { first: 50 }));
    expect(hundred.length).toBe(fifty.length);
  });

  it.each(["first: 0", "first: -1", "first: 101", 'after: "garbled"'])("refuses %s", async argument => {
    const { errors } = await division.run(`{ aidProjects(${argument}) { nodes { id } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: argument.split(":")[0] });
  });
});
