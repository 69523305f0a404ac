import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BrokenData, loadRecords, openDatabase, type Database, type Division } from "@huu-nghi/subgraph-kit";
import { testDatabase, type TestDatabase } from "../test-database";
import { library } from "./library.fixture";

const folder = mkdtempSync(path.join(tmpdir(), "huu-nghi-records-"));
const division: Division = library(folder);
let test: TestDatabase;
let database: Database;
beforeEach(async () => {
  test = await testDatabase(division);
  database = await openDatabase(division, test.urls);
  rmSync(path.join(folder, "data"), { recursive: true, force: true });
  write("articles/a.yaml", first);
  write("sources.yaml", "sources:\n  - id: a\n    title: The first article\n");
});
afterEach(async () => {
  await database.close();
  await test[Symbol.asyncDispose]();
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, "data", file)), { recursive: true });
  writeFileSync(path.join(folder, "data", file), text);
};

const first = `source: a
books:
  - id: late
    title: { vi: Sau, en: Later }
    shelf: s
    price: "007.50"
shelves:
  - id: s
    name: { en: Shelf, vi: Kệ, ownTranslation: vi }
statements:
  - { kind: Book, id: late, field: price, value: "8" }
reportedFigures:
  - { union: vufo, code: library.bought, year: 2014, value: 5, printed: "five books" }
waiting:
  - what: the colour of the shelf
`;

const load = () => loadRecords(division, database.writer, () => undefined);
const rows = <Row>(sql: string) => database.reader.query<Row[]>(sql);
const faultsOf = async (): Promise<string[]> => {
  const fault: unknown = await load().catch((error: unknown) => error);
  if (!(fault instanceof BrokenData)) throw fault;
  return fault.faults;
};
const counts = () => rows<object>("select (select count(*)::int from shelf) as shelves, (select count(*)::int from book) as books, (select count(*)::int from loaded_record) as loaded");

it("loads each entry once, whatever the order of files and sections, and counts what waits", async () => {
  expect(await load()).toEqual({ added: 5, unchanged: 0, differing: [], waiting: [{ file: "data/articles/a.yaml", what: "the colour of the shelf" }] });
  expect(await load()).toMatchObject({ added: 0, unchanged: 5, differing: [] });
  expect(await rows("select id, name_vi, name_own_translation, source_id from shelf")).toEqual([{ id: "s", name_vi: "Kệ", name_own_translation: "VI", source_id: "a" }]);
  expect(await rows("select price from book")).toEqual([{ price: "7.5" }]);
});

it("reports a record that somebody changed, or that its file changed, and replaces nothing", async () => {
  await load();
  await database.writer.query("update shelf set name_en = 'Other'");
  expect(await load()).toMatchObject({ added: 0, unchanged: 4, differing: ["shelves s (data/articles/a.yaml:8): name"] });
  write("articles/a.yaml", first.replace('"007.50"', '"9"'));
  expect((await load()).differing.sort()).toEqual([
    expect.stringMatching(/^books late .*: changed in the file, price$/),
    "shelves s (data/articles/a.yaml:8): name",
  ]);
  expect(await rows("select name_en, price from shelf, book")).toEqual([{ name_en: "Other", price: "7.5" }]);
});

it("does not bring back what somebody removed", async () => {
  await load();
  await database.writer.query("delete from book");
  expect(await load()).toMatchObject({ added: 0, differing: ["books late (data/articles/a.yaml:3): removed"] });
  expect(await rows("select id from book")).toEqual([]);
});

it("adds what is new in a file, and in a new file", async () => {
  await load();
  write("articles/b.yaml", "source: a\nbooks:\n  - { id: more, title: { vi: Thêm }, shelf: s }\n");
  expect(await load()).toMatchObject({ added: 1, unchanged: 5 });
});

it("keeps what two sources print of one figure, and of one field, apart", async () => {
  write("sources.yaml", "sources:\n  - { id: a, title: A }\n  - { id: b, title: B }\n");
  write("articles/b.yaml", first.slice(first.indexOf("statements"), first.indexOf("waiting")).replace(/^/, "source: b\n").replace("value: 5", "value: 6"));
  expect(await load()).toMatchObject({ added: 8 });
  expect(await rows("select value from reported_figure order by value")).toEqual([{ value: "5" }, { value: "6" }]);
});

it("loads once when two processes load together", async () => {
  const reports = await Promise.all([load(), load()]);
  expect(reports.map(({ added }) => added).sort()).toEqual([0, 5]);
});

describe("a broken data file", () => {
  const nothing = [{ shelves: 0, books: 0, loaded: 0 }];
  afterEach(async () => expect(await counts()).toEqual(nothing));

  it("names file, line, entry and field of everything that is wrong in all files at once", async () => {
    write("articles/b.yaml", "source: a\nbook: []\nshelves:\n  - id: t\n    name: { en: T }\n    colour: red\n  - id: Big\n    name: {}\n");
    write("articles/c.yaml", "books:\n  - { id: x, title: { vi: X }, shelf: s, boughtOn: 2014, price: \"1e3\" }\nshelves: 5\n");
    write("articles/d.yaml", "source: a\nbooks: [\n");
    write("articles/e.yaml", "sauce: a\nsource: 7\nshelves:\n  - { id: s, name: { vi: S }, source: a }\n");
    write("articles/f.yaml", "just words\n");
    write("articles/g.yaml", "shelves:\n  - { id: u, name: { vi: U } }\n");
    const faults = await faultsOf();
    for (const [at, expected] of [
      ["data/articles/b.yaml:2", "there is no section book; the sections are source, waiting,"],
      ["data/articles/b.yaml:4", 'shelves[0] (t): Unrecognized key: "colour"'],
      ["data/articles/b.yaml:7", "shelves[1] (Big), field id: an id has small letters"],
      ["data/articles/b.yaml:7", "shelves[1] (Big), field name: give vi, en or both"],
      ["data/articles/c.yaml:2", "books[0] (x), field boughtOn: a date is text in quotes"],
      ["data/articles/c.yaml:2", "books[0] (x), field price: a number is digits"],
      ["data/articles/c.yaml:3", "shelves is not a list"],
      ["data/articles/d.yaml:3", "Flow sequence in block collection"],
      ["data/articles/e.yaml:1", "there is no section sauce"],
      ["data/articles/e.yaml:2", "field source: Invalid input"],
      ["data/articles/e.yaml:4", "shelves s is there twice, first in data/articles/a.yaml:8"],
      ["data/articles/f.yaml", "a data file is a list of sections"],
      ["data/articles/g.yaml:2", "shelves[0], field source: neither the entry nor its file names a source"],
    ]) {
      const found = faults.filter(fault => fault.startsWith(`${at}:`) && fault.includes(expected!));
      expect(found.length === 1 ? expected : { expected, faults }).toBe(expected);
    }
    expect(faults).toHaveLength(13);
  });

  it("names every reference to what is not there", async () => {
    write("articles/b.yaml", "source: a\nbooks:\n  - { id: x, title: { vi: X }, shelf: gone }\n  - { id: y, title: { vi: Y }, shelf: s }\n  - { id: z, title: { vi: Z }, shelf: lost }\n");
    expect(await faultsOf()).toEqual([
      expect.stringMatching(/^data\/articles\/b\.yaml:3: books \(x\), field shelf_id: .*\(gone\) is not present/),
      expect.stringMatching(/^data\/articles\/b\.yaml:5: books \(z\), field shelf_id: .*\(lost\) is not present/),
    ]);
  });

  it("names every value that the database refuses, with the references that are missing", async () => {
    write("articles/b.yaml", 'source: a\nbooks:\n  - { id: x, title: { vi: X }, shelf: s, price: "-1" }\n  - { id: y, title: { vi: Y }, shelf: gone }\n  - { id: z, title: { vi: Z }, shelf: s, price: "-2" }\n');
    expect(await faultsOf()).toEqual([
      expect.stringMatching(/^data\/articles\/b\.yaml:3: books \(x\), field book_price_check: /),
      expect.stringMatching(/^data\/articles\/b\.yaml:5: books \(z\), field book_price_check: /),
      expect.stringMatching(/^data\/articles\/b\.yaml:4: books \(y\), field shelf_id: /),
    ]);
  });

  it.each([
    ["from: \"2014-01-01\"", "from and to go together"],
    ["from: \"2014-02-01\", to: \"2014-01-01\"", "the period ends before it begins"],
    ["year: 14", "field year: "],
    ["", "say what it is of: year, from and to, or statedAsOf"],
    ["year: 2014, qualifier: AROUND", "field qualifier: "],
  ])("names a reported figure with %s", async (period, said) => {
    write("articles/b.yaml", `source: a\nreportedFigures:\n  - { union: vufo, code: library.bought, value: 1, printed: x, ${period} }\n`);
    expect((await faultsOf()).join("\n")).toContain(said);
  });

  it("names a reported figure that the division does not have, which nobody would ever see", async () => {
    write("articles/b.yaml", "source: a\nreportedFigures:\n  - { union: vufo, code: library.lent, year: 2014, value: 1, printed: x }\n");
    expect(await faultsOf()).toEqual([expect.stringMatching(/^data\/articles\/b\.yaml:3: reportedFigures .*, field code: there is no such figure; there are library\./)]);
  });
});
