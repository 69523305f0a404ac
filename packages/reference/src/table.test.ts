import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { once, readTable } from "./table";

const folder = mkdtempSync(path.join(tmpdir(), "reference-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  const file = path.join(folder, "facts.tsv");
  writeFileSync(file, text);
  return readTable(file, ["code", "name"], ["code"]);
}

test("rows follow the comment and the columns; a cell may be empty", () => {
  expect(read("# from here\n# as of now\ncode\tname\nA\tAnna\nB\t\n")).toEqual([
    { code: "A", name: "Anna" },
    { code: "B", name: "" },
  ]);
});

test.each([
  ["a missing cell", "# x\ncode\tname\nA\tAnna\nB\n", "facts.tsv:4: 1 cells where there are 2 columns"],
  ["a cell too many", "# x\ncode\tname\nA\tAnna\tx\n", "facts.tsv:3: 3 cells where there are 2 columns"],
  ["an empty line", "# x\ncode\tname\n\nA\tAnna\n", "facts.tsv:3: 1 cells where there are 2 columns"],
  ["other columns", "# x\ncode\ttitle\nA\tAnna\n", "facts.tsv:2: the columns must be: code, name"],
  ["no source", "code\tname\nA\tAnna\n", "facts.tsv:1: a table begins with # lines"],
  ["nothing but a source", "# x\n", "facts.tsv:1: a table begins with # lines"],
  ["a key twice", "# x\ncode\tname\nA\tAnna\nB\tBea\nA\tAda\n", "facts.tsv:5: A is already in line 3"],
  ["a space at the end", "# x\ncode\tname\nA\tAnna \n", "facts.tsv:3: a cell begins or ends with a space"],
  ["accents apart from their letters", "# x\ncode\tname\nA\tHa\u0300\n", "facts.tsv:3: accents must be composed"],
])("%s is refused with file and line", (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});

test("a table is read once, also when it holds nothing", () => {
  const source = jest.fn(() => undefined);
  const held = once(source);
  held();
  held();
  expect(source).toHaveBeenCalledTimes(1);
});
