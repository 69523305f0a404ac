import { visitor } from "@huu-nghi/identity";
import { manyBy, oneBy, openDatabase, RequestScope, ScopedViewer, type Database } from "@huu-nghi/subgraph-kit";
import { testDatabase, type TestDatabase } from "../test-database";
import { testLog } from "../test-log";
import { Book, library, Shelf } from "./library.fixture";

let test: TestDatabase;
let database: Database;
const statements: string[] = [];
beforeAll(async () => {
  test = await testDatabase(library());
  database = await openDatabase(library(), test.urls, { onStatement: sql => void statements.push(sql) });
  await database.writer.query("insert into shelf (id, name_en) select 's' || n, 'x' from generate_series(1, 3) n");
  await database.writer.query(
    "insert into book (id, title_en, author, union_id, shelf_id) select 'b' || n, 'x' || n, 'a', 'u', 's' || (n % 2 + 1) from generate_series(1, 5) n",
  );
});
afterAll(async () => {
  await database.close();
  await test[Symbol.asyncDispose]();
});
beforeEach(() => void statements.splice(0));

const scope = () => new RequestScope(database, testLog("library"), "test", new ScopedViewer(visitor, "library"), []);
const byTitle = (a: Book, b: Book) => b.id.localeCompare(a.id);

it("finds one row by its key, and null where there is none, together in one statement", async () => {
  const shelves = oneBy(scope(), Shelf, "id");
  expect(await Promise.all([shelves.load("s2"), shelves.load("nowhere"), shelves.load("s1"), shelves.load("s2")])).toMatchObject([{ id: "s2" }, null, { id: "s1" }, { id: "s2" }]);
  expect(statements).toHaveLength(1);
});

it("takes more keys than a statement has parameters", async () => {
  const keys = Array.from({ length: 70_000 }, (_, at) => `s${at}`);
  const found = await oneBy(scope(), Shelf, "id").loadMany(keys);
  expect(found.filter(shelf => shelf instanceof Shelf)).toHaveLength(3);
  expect((await manyBy(scope(), Book, "shelfId", byTitle).loadMany(keys)).flat()).toHaveLength(5);
  expect(statements).toHaveLength(2);
});

it("finds all rows of a key in the order that is asked for, none of a key without any", async () => {
  const books = await manyBy(scope(), Book, "shelfId", byTitle).loadMany(["s2", "s3", "s1"]);
  expect(books.map(each => (each as Book[]).map(({ id }) => id))).toEqual([["b5", "b3", "b1"], [], ["b4", "b2"]]);
  expect(statements).toHaveLength(1);
});

it("makes a service once a request, and forgets it with the request", () => {
  class Service {}
  const request = scope();
  expect(request.get(Service)).toBe(request.get(Service));
  expect(request.get(Service)).not.toBe(scope().get(Service));
});
