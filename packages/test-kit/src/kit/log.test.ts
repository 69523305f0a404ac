import { plant } from "../planted";
import { testSubgraph, type TestSubgraph } from "../subgraph";
import { loggedAbout } from "../test-log";
import { library } from "./library.fixture";

let test: TestSubgraph;
beforeAll(async () => {
  test = await testSubgraph(library());
});
afterAll(() => test[Symbol.asyncDispose]());

describe("a fault that nobody foresaw", () => {
  // What the statement of the fixture reads, and by what it searches.
  for (const value of ["secret_column", "secret value", "secret words"]) plant("value", value);

  const loggedFor = async (how: string) => {
    const { errors } = await test.run("query Failing($how: String!) { fail(how: $how) }", { how });
    return loggedAbout(String(errors?.[0]?.extensions["requestId"]));
  };

  it.each([
    ["sql", { type: "QueryFailedError", sqlState: "42703" }],
    ["write", { type: "QueryFailedError", sqlState: "25006" }],
    ["crash", { type: "Error" }],
  ])("is logged by its kind and its place, with neither SQL nor a value: %s", async (how, err) => {
    const lines = await loggedFor(how);
    expect(lines).toMatchObject([
      { level: 50, process: "library", path: ["fail"], err: { ...err, at: expect.arrayContaining([expect.stringContaining("library.fixture.ts")]) } },
      { level: 30, process: "library", msg: "request", operation: "Failing", status: 200, errors: ["INTERNAL_SERVER_ERROR"] },
    ]);
    expect(Object.keys(lines[0]!["err"] as object).sort()).toEqual([...Object.keys(err), "at"].sort());
    expect(JSON.stringify(lines)).not.toMatch(/secret|select|delete|\$1|\bhow\b|10\.0\.0\.1/);
  });

  it("that was foreseen has the request's line only", async () => expect(await loggedFor("refuse")).toMatchObject([{ msg: "request", errors: ["BAD_USER_INPUT"] }]));
});
