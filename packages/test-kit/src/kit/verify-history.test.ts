import { defineDivision, openDatabase, verifyHistory, type Database } from "@huu-nghi/subgraph-kit";
import { testSubgraph, type TestSubgraph } from "../subgraph";
import { withClient } from "../test-server";
import { viewers } from "../viewers";
import { loans } from "./library-loans.fixture";

const lending = defineDivision({ name: "loans", folder: __dirname, domains: [loans] });
const ofHue = viewers.officer("loans", "hue");

let test: TestSubgraph;
let database: Database;
beforeEach(async () => {
  test = await testSubgraph(lending);
  database = await openDatabase(lending, test.urls);
  for (const at of [1, 2, 3]) {
    const input = { idempotencyKey: `k${at}`, id: `l${at}`, union: "hue", borrower: `Reader ${at}`, books: ["a"] };
    await test.run("mutation ($in: CreateLoanInput!) { createLoan(input: $in) { loan { id } } }", { in: input }, ofHue);
  }
});
afterEach(async () => {
  await database.close();
  await test[Symbol.asyncDispose]();
});

const asOwner = (sql: string) => withClient(test.urls.owner, async client => void (await client.query(sql)));
const faults = async () => (await verifyHistory(database.reader)).faults;

it("finds a history whole, however it came about", async () => {
  await asOwner("update loan set due_on = '2027-01-01'; delete from loan_item where loan_id = 'l2'");
  expect(await verifyHistory(database.reader)).toEqual({ entries: 10, erased: 0, head: expect.stringMatching(/^[0-9a-f]{64}$/), faults: [] });
});

it.each([
  ["an altered author", "update history set actor = 'nobody' where number = 3", ["entry 3 (loan l2) was altered"]],
  ["an altered day", "update history set recorded_at = recorded_at - interval '1 day' where number = 3", ["entry 3 (loan l2) was altered"]],
  ["an altered payload", `update history set after = after || '{"borrower": "Somebody"}' where number = 1`, [/entry 1 \(loan l1\): what it says was altered/, /the table loan was changed past its history: l1/]],
  ["a removed entry", "delete from history where number = 2", [/entries 2 to 2 are missing/, /loan_item was changed/]],
  ["removed entries at the end", "delete from history where number >= 5", [/the newest entries are missing, from 5 to 6 at least/, /loan was changed/, /loan_item was changed/]],
  ["an entry put in", "insert into history select 7, recorded_at, record_type, record_id, row_type, operation, action, actor, request_id, reason, before, after, salt, digest, previous, hash, erased from history where number = 6", [/entry 7 \(loan l3\) was altered/]],
  ["entries in another order", "update history set number = case number when 3 then 5 when 5 then 3 end + 100 where number in (3, 5); update history set number = number - 100 where number > 100", [/entry 3 \(loan l3\) was altered/, /entry 4 /, /entry 5 \(loan l2\) was altered/, /entry 6 /]],
  ["a payload erased without saying so", "update history set after = null where number = 1", [/entry 1 \(loan l1\): what it says was altered/, /loan was changed/]],
  ["a history that is switched off", "alter table loan disable trigger loan_history", ["no history is kept of the table loan: its trigger is gone or switched off"]],
  ["a row changed while it was off", "alter table loan disable trigger loan_history; update loan set borrower = 'Silent' where id = 'l2'; alter table loan enable trigger loan_history", ["the table loan was changed past its history: l2"]],
  ["a row removed while it was off", "alter table loan_item disable trigger loan_item_history; delete from loan_item where loan_id = 'l3'; alter table loan_item enable trigger loan_item_history", ["the table loan_item was changed past its history: l3 a"]],
  ["a history that is gone", "delete from history", [/the newest entries are missing, from 1 to 6/, /loan was changed/, /loan_item was changed/]],
])("finds %s", async (_what, sql, expected) => {
  await asOwner(sql);
  const found = await faults();
  expect(found).toHaveLength(expected.length);
  expected.forEach((fault, at) => (typeof fault === "string" ? expect(found[at]).toBe(fault) : expect(found[at]).toMatch(fault)));
});

it("holds when a payload was erased on purpose", async () => {
  await asOwner("delete from loan where id = 'l1'");
  await asOwner("update history set before = null, after = null, salt = null, erased = true where record_id = 'l1'");
  expect(await verifyHistory(database.reader)).toMatchObject({ erased: 4, faults: [] });
});
