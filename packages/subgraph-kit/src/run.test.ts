import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineDivision } from "./division";
import { runDivision } from "./run";

const folder = mkdtempSync(path.join(tmpdir(), "huu-nghi-run-"));
const empty = defineDivision({ name: "empty", folder, domains: [] });
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => jest.restoreAllMocks());

/** What is said when the process ends with 1. */
const saidBy = async (...args: string[]) => {
  const said: string[] = [];
  const exit = jest.spyOn(process, "exit").mockImplementation(() => undefined as never);
  jest.spyOn(process.stderr, "write").mockImplementation(text => said.push(String(text)) > 0);
  await runDivision(empty, args);
  expect(exit).toHaveBeenCalledWith(1);
  return said.join("");
};

it.each(["lode", "toString", "constructor", "--help"])("says that there is no command %s, and which there are", async command =>
  expect(await saidBy(command)).toBe(`There is no command ${command}; there are serve, migrate, load, demo, history, erase, backup, restore, schema.\n`));

it.each(["0", "-1", "1.5", "100", "two", "1e1", ""])("refuses the scale %p", async scale =>
  expect(await saidBy("demo", `--scale=${scale}`)).toBe(`--scale is ${scale}; it must be a whole number from 1 to 99, the number of demo unions.\n`));

it.each([["--scal", "1"], ["--scale"], ["7"]])("refuses demo %s", async (...args) => {
  const said = await saidBy("demo", ...args);
  expect(said).toMatch(/^demo takes --scale N and nothing else: /);
  expect(said).not.toMatch(/\n\s+at /);
});

it.each([
  [["backup"], "backup takes one file, and was given none.\n"],
  [["restore", "a", "b"], "restore takes one file, and was given a b.\n"],
  [["restore", "a", "--from", "1e3"], "--from is 1e3; it must be a whole number of bytes.\n"],
])("refuses %j", async (args, expected) => expect(await saidBy(...args)).toBe(expected));

it("says what is wrong with the environment in place of a stack", async () => {
  const said = await saidBy("migrate");
  expect(said).toMatch(/^The configuration cannot be used:\n {2}- EMPTY_DATABASE_URL is not set/);
  expect(said).not.toMatch(/\n\s+at /);
});
