import { testSubgraph, type TestSubgraph } from "@huu-nghi/test-kit";
import { loadCases } from "../cases.fixture";
import { ngoAid } from "../ngo-aid";

let division: TestSubgraph;
beforeAll(async () => {
  division = await testSubgraph(ngoAid, { demo: 1 });
  await loadCases(division.urls);
}, 60_000);
afterAll(() => division[Symbol.asyncDispose]());

const listed = async (filter: string): Promise<string[]> => {
  const { data, errors } = await division.run(`{ foreignNgos(${filter}) { nodes { id } } }`);
  expect(errors).toBeUndefined();
  return data.foreignNgos.nodes.map(({ id }: { id: string }) => id);
};

describe("foreign NGOs", () => {
  it("are listed by their Vietnamese names, without those of demo unions", async () => {
    // "Crane", "Những", "Organisation".
    expect(await listed("first: 100")).toEqual(["crane", "dragon", "nobody"]);
    expect(await listed('union: "demo", first: 100')).toHaveLength(40);
  });

  it.each([
    ["an alias", 'text: "ledd france"', ["dragon"]],
    ["a name without accents", 'text: "nhung dua tre cua rong"', ["dragon"]],
    ["a name in another language", 'text: "ENFANTS"', ["dragon"]],
    ["a country", 'country: "JP"', ["crane"]],
    ["a union", 'union: "elsewhere"', ["crane"]],
    ["nothing that is there", 'text: "rồng lửa"', []],
  ])("are found by %s", async (_, filter, expected) => expect(await listed(filter)).toEqual(expected));

  it("are at work by a registration for the union's area, or by a project that has begun there", async () => {
    expect(await listed('union: "cases", activeOn: "2020-06-01"')).toEqual(["dragon"]);
    expect(await listed('union: "cases", activeOn: "2018-12-31"')).toEqual([]);
    // Registered since 2021 without an area: at work somewhere, and here only by the project of May 2021.
    expect(await listed('activeOn: "2022-01-01"')).toContain("nobody");
    expect(await listed('union: "elsewhere", activeOn: "2023-12-31"')).toEqual(["crane"]);
  });

  it("show their certificates, the latest first, and where they hold", async () => {
    const { data } = await division.run(`{ foreignNgo(id: "dragon") { name { vi en } kind aliases country { code } registrations { number kind issuedOn expiresOn unions { id } } } none: foreignNgo(id: "none") { id } nobody: foreignNgo(id: "nobody") { country { code } registrations { unions { id } expiresOn } } }`);
    expect(data).toEqual({
      foreignNgo: {
        name: { vi: "Những đứa trẻ của Rồng", en: "Les Enfants du Dragon" },
        kind: "NGO",
        aliases: ["LEDD-France"],
        country: { code: "FR" },
        registrations: [{ number: "1/2019", kind: "OPERATION", issuedOn: "2019-01-01", expiresOn: "2021-12-31", unions: [{ id: "cases" }] }],
      },
      none: null,
      nobody: { country: null, registrations: [{ unions: [], expiresOn: null }] },
    });
  });

  it("have projects, of one union when it is named", async () => {
    const { data } = await division.run('{ foreignNgo(id: "crane") { all: projects { nodes { id } } here: projects(union: "elsewhere") { totalCount nodes { id } } } }');
    expect(data.foreignNgo.all.nodes).toEqual(["other", "no-rate", "split", "thirds"].map(id => ({ id })));
    expect(data.foreignNgo.here).toEqual({ totalCount: 1, nodes: [{ id: "other" }] });
  });

  it("are answered by reference, null where there is none with the id", async () => {
    const { data } = await division.run('{ _entities(representations: [{ __typename: "ForeignNgo", id: "crane" }, { __typename: "ForeignNgo", id: "none" }]) { ... on ForeignNgo { name { en } } } }');
    expect(data._entities).toEqual([{ name: { en: "Crane Foundation" } }, null]);
  });

  it("refuse a day that does not exist and a code that is none", async () => {
    expect((await division.run('{ foreignNgos(activeOn: "2023-02-30") { totalCount } }')).errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "activeOn" });
    expect((await division.run('{ foreignNgos(country: "jp") { totalCount } }')).errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "country" });
  });
});
