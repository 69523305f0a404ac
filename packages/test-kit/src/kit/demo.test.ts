import { analyze, Dice, loadDemo, openDatabase, type Database } from "@huu-nghi/subgraph-kit";
import { testDatabase, type TestDatabase } from "../test-database";
import { library } from "./library.fixture";

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await testDatabase(library());
  database = await openDatabase(library(), test.urls);
});
afterAll(async () => {
  await database.close();
  await test[Symbol.asyncDispose]();
});

const load = (scale: number) => loadDemo(library(), test.urls, scale, () => undefined);
const content = () => database.reader.query<{ id: string }[]>("select * from book order by id");
const shelves = async () => (await database.reader.query<{ id: string }[]>("select id from shelf order by id")).map(({ id }) => id);

it("is the same every time, takes the place of the one before, and leaves everything else alone", async () => {
  await database.writer.query("insert into shelf (id, name_en) values ('demography', 'Demography'), ('a-demo', 'A')");
  expect(await load(1)).toBe(11);
  const first = await content();
  expect(first).toHaveLength(10);
  expect(await load(1)).toBe(11);
  expect(await content()).toEqual(first);
  expect(await load(3)).toBe(33);
  expect(await shelves()).toEqual(["a-demo", "demo-01", "demo-02", "demo-03", "demography"]);
  await load(1);
  expect(await shelves()).toEqual(["a-demo", "demo", "demography"]);
});

it("says demo in every name, and leaves to the database what is not said", async () => {
  await load(2);
  for (const { label } of await database.reader.query<{ label: string }[]>("select name_en as label from shelf where id like 'demo-%'")) expect(label).toMatch(/^Demo 0\d$/);
  expect(await database.reader.query("select distinct at_least, price from book")).toEqual([{ at_least: false, price: null }]);
});

it("can be made by two processes together", async () => {
  expect(await Promise.all([load(60), load(60), load(60)])).toEqual([660, 660, 660]);
});

it("is known to the planner, which only the owner can tell", async () => {
  const estimate = async () => (await database.reader.query<{ reltuples: number }[]>("select reltuples from pg_class where relname = 'book'"))[0]?.reltuples;
  await load(3);
  await analyze(library(), test.urls);
  expect(await estimate()).toBe(30);
});

it("throws the same dice from the same seed, and others from another", () => {
  const thrown = (seed: string) => {
    const dice = new Dice(seed);
    return Array.from({ length: 200 }, () => dice.int(1, 6));
  };
  expect(thrown("a")).toEqual(thrown("a"));
  expect(thrown("a")).not.toEqual(thrown("b"));
  expect(new Set(thrown("a"))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  const dice = new Dice("days");
  for (let at = 0; at < 500; at += 1) expect(dice.day(2020, 2021)).toMatch(/^202[01]-\d{2}-\d{2}$/);
});
