import { testSubgraph, type TestSubgraph } from "../subgraph";
import { library } from "./library.fixture";

let test: TestSubgraph;
beforeAll(async () => {
  test = await testSubgraph(library());
});
afterAll(() => test[Symbol.asyncDispose]());

describe("an error that nobody foresaw", () => {
  it.each(["sql", "write", "crash"])("leaves a division with a code and a request id alone: %s", async how => {
    const { data, errors } = await test.run("query ($how: String!) { fail(how: $how) }", { how });
    expect(data).toEqual({ fail: null });
    expect(errors).toMatchObject([{ message: expect.stringContaining("Something went wrong"), extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
    expect(Object.keys(errors![0]!.extensions).sort()).toEqual(["code", "requestId"]);
    expect(JSON.stringify(errors)).not.toMatch(/secret|select|book|10\.0|permission/);
  });
});

it("keeps the words of one that was foreseen", async () =>
  expect((await test.run('{ fail(how: "refuse") }')).errors).toMatchObject([{ message: "It was asked for.", extensions: { code: "BAD_USER_INPUT", argument: "how" } }]));

describe("the rules of an input", () => {
  const search = (author: string, one: string) => test.run("query ($of: BookSearch!) { found(search: $of) }", { of: { author, words: { one } } });

  it("that are kept let it pass", async () => expect((await search("Lan", "gift")).data).toEqual({ found: 4 }));

  it("that are broken are told all at once, with the place of each and nothing of what was sent", async () => {
    const { data, errors } = await search("secret author", "secret word");
    expect(data).toEqual({ found: null });
    expect(errors).toEqual([
      {
        message: "an author has at most 8 letters a word has at most 5 letters",
        locations: expect.anything(),
        path: ["found"],
        extensions: {
          code: "BAD_USER_INPUT",
          argument: "author",
          fields: [{ argument: "author", message: "an author has at most 8 letters" }, { argument: "words.one", message: "a word has at most 5 letters" }],
          requestId: expect.any(String),
        },
      },
    ]);
  });
});

describe("a malformed argument is refused by the division itself", () => {
  const rest = 'words: { one: "a" }';
  it.each([
    [`{ found(search: { ${rest} }, on: "2014-02-30") }`, {}, "on"],
    [`{ found(search: { ${rest} }, among: ["2014", "14"]) }`, {}, "among"],
    [`{ found(search: { ${rest}, days: ["2014-01-01", "x"] }) }`, {}, "search"],
    [`query ($d: LocalDate) { found(search: { ${rest} }, on: $d) }`, { d: "2014-02-30" }, "on"],
    [`query ($d: LocalDate!) { found(search: { ${rest}, days: [$d] }) }`, { d: "x" }, "search"],
    ['{ country(code: "cz") { code } }', {}, "code"],
    ["query ($c: CountryCode!) { country(code: $c) { code } }", { c: "cz" }, "code"],
  ])("%s with %j", async (query, variables, argument) => {
    const { status, data, errors } = await test.run(query, variables);
    expect({ status, data }).toEqual({ status: 400, data: undefined });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
  });

  it("and a country that is well formed and not assigned is null", async () =>
    expect(await test.run('{ known: country(code: "CZ") { code name { en } } none: country(code: "ZZ") { code } }')).toEqual({
      status: 200,
      data: { known: { code: "CZ", name: { en: "Czechia" } }, none: null },
    }));
});

it("says of a character that the database cannot hold what it is, and not that something went wrong", async () => {
  const { errors } = await test.run("query ($id: ID!) { shelf(id: $id) { id } }", { id: "a\0b" });
  expect(errors).toMatchObject([{ message: expect.stringContaining("U+0000"), extensions: { code: "BAD_USER_INPUT" } }]);
});

it("finds what has a quote, a percent sign or half a character in its id as little as anything else", async () => {
  for (const id of ["a'; drop table shelf --", "%", "\ud800", "x".repeat(100_000), ""]) {
    expect(await test.run("query ($id: ID!) { shelf(id: $id) { id } }", { id })).toEqual({ status: 200, data: { shelf: null } });
  }
});
