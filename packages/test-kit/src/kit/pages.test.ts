import { openDatabase, type Database } from "@huu-nghi/subgraph-kit";
import { testSubgraph, type TestSubgraph } from "../subgraph";
import { library } from "./library.fixture";

let test: TestSubgraph;
let database: Database;
beforeAll(async () => {
  test = await testSubgraph(library());
  database = await openDatabase(library(), test.urls);
});
afterAll(async () => {
  await database.close();
  await test[Symbol.asyncDispose]();
});

const addShelf = (id: string) => database.writer.query("insert into shelf (id, name_en) values ($1, $1)", [id]);
const addBook = (id: string, shelf: string, title: string, boughtOn: string | null) =>
  database.writer.query("insert into book (id, title_vi, bought_on, author, union_id, shelf_id) values ($1, $2, $3, 'a', 'u', $4)", [id, title, boughtOn, shelf]);

beforeEach(async () => {
  await database.writer.query("delete from shelf");
  await addShelf("s");
});

interface Page {
  nodes: { id: string }[];
  edges: { cursor: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const fields = "totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
const lists = {
  books: async (args: object): Promise<Page> => (await test.run(`query ($first: Int, $after: String) { books(first: $first, after: $after) { ${fields} } }`, { ...args })).data.books,
  oldBooks: async (args: object): Promise<Page> => (await test.run(`query ($first: Int, $after: String) { oldBooks(first: $first, after: $after) { ${fields} } }`, { ...args })).data.oldBooks,
  ofShelf: async (args: object): Promise<Page> =>
    (await test.run(`query ($first: Int, $after: String) { shelf(id: "s") { books(first: $first, after: $after) { ${fields} } } }`, { ...args })).data.shelf.books,
};

const readAll = async (list: keyof typeof lists, first: number, between: (page: number) => Promise<unknown> = async () => undefined) => {
  const seen: string[] = [];
  let after: string | null = null;
  for (let at = 1; ; at += 1) {
    const page: Page = await lists[list]({ first, after });
    seen.push(...page.nodes.map(({ id }) => id));
    expect(page.pageInfo.hasPreviousPage).toBe(at > 1);
    expect(page.nodes.length).toBeGreaterThan(0); // a full last page knows that it is the last
    expect([page.pageInfo.startCursor, page.pageInfo.endCursor]).toEqual([page.edges[0]?.cursor ?? null, page.edges.at(-1)?.cursor ?? null]);
    if (!page.pageInfo.hasNextPage) return seen;
    after = page.pageInfo.endCursor;
    await between(at);
  }
};

const dates = ["2014", "2014-01-01", null, "2014-01", "2016-05", null, "2014-01-01", "2013-12-31", null, "2016-05-01"];
const addTies = () => Promise.all(dates.map((date, at) => addBook(`b${at}`, "s", "Same", date)));

describe("pages over equal and missing dates", () => {
  // b0, b1, b3 and b6 all begin on 2014-01-01; b4 and b9 on 2016-05-01; b2, b5 and b8 have no date.
  const newest = ["b4", "b9", "b0", "b1", "b3", "b6", "b7", "b2", "b5", "b8"];
  const oldest = ["b2", "b5", "b8", "b7", "b0", "b1", "b3", "b6", "b4", "b9"];

  it.each([1, 2, 3, 4, 10, 100])("of %d lose nothing and repeat nothing, in both directions", async first => {
    await addTies();
    expect(await readAll("ofShelf", first)).toEqual(newest);
    expect(await readAll("oldBooks", first)).toEqual(oldest);
  });

  it("stay whole while rows are added before and behind the cursor and others are removed", async () => {
    await addTies();
    const seen = await readAll("ofShelf", 3, async page => {
      await addBook(`new${page}`, "s", "Same", "2020");
      await addBook(`old${page}`, "s", "Same", `0${page}00`);
      if (page === 1) await database.writer.query("delete from book where id = 'b0'"); // the one that the cursor stands on
    });
    expect(seen.filter(id => newest.includes(id))).toEqual(newest);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter(id => id.startsWith("new"))).toEqual([]);
    expect(seen).toContain("old1");
  });
});

it("sorts names as Vietnamese does, and pages over equal ones", async () => {
  const titles = ["Đào", "Dừa", "Ổi", "Oản", "Cam", "đào", "Cam", "Ăn", "An", "O'Hara \"x\""];
  await Promise.all(titles.map((title, at) => addBook(`b${at}`, "s", title, null)));
  const whole = await readAll("books", 100);
  expect(whole.map(id => titles[Number(id.slice(1))])).toEqual(["An", "Ăn", "Cam", "Cam", "Dừa", "đào", "Đào", "O'Hara \"x\"", "Oản", "Ổi"]);
  expect(await readAll("books", 1)).toEqual(whole);
});

it("gives an empty page of an empty list, and a page after the last", async () => {
  expect(await lists.books({ first: 5 })).toEqual({ nodes: [], edges: [], totalCount: 0, pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } });
  await addBook("b", "s", "B", null);
  const { pageInfo } = await lists.books({ first: 1 });
  expect(await lists.books({ first: 1, after: pageInfo.endCursor })).toMatchObject({ nodes: [], totalCount: 1, pageInfo: { hasNextPage: false, hasPreviousPage: true } });
});

it("refuses a cursor of another list", async () => {
  await addTies();
  const { pageInfo } = await lists.books({ first: 1 });
  const { data, errors } = await test.run("query ($after: String) { oldBooks(after: $after) { totalCount } }", { after: pageInfo.endCursor });
  expect(data).toEqual({ oldBooks: null });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "after" } }]);
});

it("takes as many statements for many parents as for one, each with its own page", async () => {
  const query = "{ shelves { id books(first: 2) { totalCount nodes { id shelf { id } } pageInfo { hasNextPage } } } }";
  await addBook("s-0", "s", "x", null);
  const few = await test.statements(() => test.run(query));
  for (const shelf of Array.from({ length: 30 }, (_, at) => `t${at}`)) {
    await addShelf(shelf);
    for (const at of [1, 2, 3]) await addBook(`${shelf}-${at}`, shelf, "x", "2014");
  }
  let data: { shelves: { id: string; books: Omit<Page, "nodes"> & { nodes: { id: string; shelf: { id: string } }[] } }[] } | undefined;
  const many = await test.statements(async () => ({ data } = await test.run(query)));
  expect(many).toHaveLength(few.length);
  expect(few.length).toBeLessThanOrEqual(5);
  expect(data?.shelves).toHaveLength(31);
  for (const { id, books } of data!.shelves.filter(shelf => shelf.id !== "s")) {
    expect(books.nodes.map(node => [node.id, node.shelf.id])).toEqual([[`${id}-1`, id], [`${id}-2`, id]]);
    expect([books.totalCount, books.pageInfo.hasNextPage]).toEqual([3, true]);
  }
});

it("counts only when that is asked for, and fetches nothing that is not", async () => {
  await addTies();
  const kinds = async (query: string) => (await test.statements(() => test.run(query))).length;
  expect(await kinds("{ books { totalCount } }")).toBe(1);
  expect(await kinds("{ books { pageInfo { endCursor } } }")).toBe(1);
  expect(await kinds("{ books { nodes { id } edges { cursor } pageInfo { endCursor } } }")).toBe(2);
});

it("finds a reference by its key in one statement, however many are asked for, and null for what is not there", async () => {
  const ids = Array.from({ length: 300 }, (_, at) => `gone-${at}`);
  let data: { _entities: unknown[] } | undefined;
  const representations = ["s", ...ids].map(id => ({ __typename: "Shelf", id }));
  const statements = await test.statements(async () => ({ data } = await test.run("query ($of: [_Any!]!) { _entities(representations: $of) { ... on Shelf { id } } }", { of: representations })));
  expect(data?._entities).toEqual([{ id: "s" }, ...ids.map(() => null)]);
  expect(statements).toHaveLength(1);
});
