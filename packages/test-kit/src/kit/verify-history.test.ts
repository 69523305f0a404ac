import type { Log } from "@huu-nghi/service-kit";
import { defineDivision, migrate, openDatabase, verifyHistory, type Database } from "@huu-nghi/subgraph-kit";
import { testSubgraph, type TestSubgraph } from "../subgraph";
import { testLog } from "../test-log";
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
  expect(await verifyHistory(database.reader)).toEqual({ entries: 16, erased: 0, head: expect.stringMatching(/^[0-9a-f]{64}$/), faults: [] });
});

it.each([
  ["an altered author", "update history set actor = 'nobody' where number = 9", ["entry 9 (loan l2) was altered"]],
  ["an altered day", "update history set recorded_at = recorded_at - interval '1 day' where number = 9", ["entry 9 (loan l2) was altered"]],
  ["an altered payload", `update history set after = after || '{"borrower": "Somebody"}' where number = 7`, [/entry 7 \(loan l1\): what it says was altered/, /the table loan was changed past its history: l1/]],
  ["a removed entry", "delete from history where number = 8", [/entries 8 to 8 are missing/, /loan_item was changed/]],
  ["removed entries at the end", "delete from history where number >= 11", [/the newest entries are missing, from 11 to 12 at least/, /loan was changed/, /loan_item was changed/]],
  ["an entry put in", "insert into history select 13, recorded_at, record_type, record_id, row_type, operation, action, actor, request_id, reason, before, after, salt, digest, previous, hash, erased from history where number = 12", [/entry 13 \(loan l3\) was altered/, /loan_item was changed/]],
  ["entries in another order", "update history set number = case number when 9 then 11 when 11 then 9 end + 100 where number in (9, 11); update history set number = number - 100 where number > 100", [/entry 9 \(loan l3\) was altered/, /entry 10 /, /entry 11 \(loan l2\) was altered/, /entry 12 /]],
  ["a payload erased without saying so", "update history set after = null where number = 7", [/entry 7 \(loan l1\): what it says was altered/, /loan was changed/]],
  ["a history that is switched off", "alter table loan disable trigger loan_history", ["no history is kept of the table loan: its trigger is gone or switched off"]],
  ["a row changed while it was off", "alter table loan disable trigger loan_history; update loan set borrower = 'Silent' where id = 'l2'; alter table loan enable trigger loan_history", ["the table loan was changed past its history: l2"]],
  ["a row removed while it was off", "alter table loan_item disable trigger loan_item_history; delete from loan_item where loan_id = 'l3'; alter table loan_item enable trigger loan_item_history", ["the table loan_item was changed past its history: l3 a"]],
  ["a history that is gone", "delete from history", [/the newest entries are missing, from 1 to 12/, /loan was changed/, /loan_item was changed/]],
  ["an entry outside the chain", "alter table history drop constraint history_number_positive; insert into history select -1, recorded_at, record_type, record_id, row_type, operation, action, actor, request_id, reason, before, after, salt, digest, previous, hash, erased, login from history where number = 12", ["entry -1 (loan l3) has no place in the chain: it was put in", /loan_item was changed/]],
  ["an altered login", "update history set login = null where number = 9", ["entry 9 (loan l2) was altered"]],
  ["a row changed while it was off, and again afterwards", "alter table loan disable trigger loan_history; update loan set borrower = 'Silent' where id = 'l2'; alter table loan enable trigger loan_history; update loan set borrower = 'Loud' where id = 'l2'", ["the table loan was changed past its history: l2"]],
  ["rows of a real union that call themselves a demo", "set huu_nghi.action = 'demo'; alter table loan disable trigger loan_history; insert into loan values ('demo:evil', 'Evil', null, null, null, 'hue', 1); alter table loan enable trigger loan_history", ["the table loan was changed past its history: demo:evil"]],
  ["a trigger that does something else", "drop trigger loan_history on loan; create trigger loan_history after update on loan for each row execute function count_version()", ["no history is kept of the table loan: its trigger is another one"]],
  ["a version that is not counted", "drop trigger loan_version on loan", ["the trigger loan_version of the table loan is missing"]],
  ["a function that keeps no history", "create or replace function add_history(of_type text, of_id text, of_row text, of_operation text, image_before jsonb, image_after jsonb) returns void language plpgsql as 'begin end'", ["the function add_history is not the one that keeps the history"]],
  ["a trigger on the history itself", "create trigger quiet before insert on history for each row execute function suppress_redundant_updates_trigger()", ["the table history has a trigger quiet, and should have none"]],
])("finds %s", async (_what, sql, expected) => {
  await asOwner(sql);
  const found = await faults();
  expect(found).toHaveLength(expected.length);
  expected.forEach((fault, at) => (typeof fault === "string" ? expect(found[at]).toBe(fault) : expect(found[at]).toMatch(fault)));
});

const verified = () => verifyHistory(database.reader);
const entries = (columns: string, condition: string) => database.reader.query<object[]>(`select ${columns} from history where ${condition} order by number`);
const tamper = "drop trigger loan_history on loan; drop trigger loan_version on loan; update loan set borrower = 'Silent' where id = 'l2'";

describe("a start", () => {
  it("puts back what keeps the history, alarms, and takes nothing over that was changed meanwhile", async () => {
    await asOwner(tamper);
    const heard: string[] = [];
    const log = { ...testLog("loans"), info: () => undefined, error: ({ alarm }: { alarm: string }) => void heard.push(alarm) };
    await migrate(lending, test.urls, null, log as unknown as Log);
    expect(heard).toEqual(["the table loan had lost loan_version (missing), loan_history (missing): what was changed meanwhile is not in its history"]);
    expect(await faults()).toEqual(["the table loan was changed past its history: l2"]);
    await asOwner("update loan set borrower = 'Loud' where id = 'l2'");
    expect(await faults()).toEqual(["the table loan was changed past its history: l2"]);
    heard.length = 0;
    await migrate(lending, test.urls, null, log as unknown as Log);
    expect(heard).toEqual([]);
  });

  it("takes nothing over of a table that was empty while its history was kept", async () => {
    await asOwner("drop trigger source_history on source; insert into source (id, title) values ('s', 'Put in')");
    await migrate(lending, test.urls, null, testLog("loans"));
    expect(await faults()).toEqual(["the table source was changed past its history: s"]);
  });

  it.each(["loan_history", "loan_version", "loan_truncate"])("puts back %s alone", async trigger => {
    await asOwner(`drop trigger ${trigger} on loan`);
    expect(await faults()).toHaveLength(1);
    await migrate(lending, test.urls, null, testLog("loans"));
    expect(await faults()).toEqual([]);
  });
});

it("lets nothing stand outside the chain", async () => {
  await expect(asOwner("insert into history select -1, recorded_at, record_type, record_id, row_type, operation, action, actor, request_id, reason, before, after, salt, digest, previous, hash, erased, login from history where number = 12")).rejects.toThrow("history_number_positive");
});

it("writes down what the application's login calls a demo", async () => {
  await withClient(test.urls.writer, client =>
    client.query("begin; select set_config('huu_nghi.action', 'demo', true); insert into loan values ('demo:evil', 'Evil', null, null, null, 'hue', 1), ('demo:good', 'Good', null, null, null, 'demo', 1); commit"),
  );
  expect(await entries("record_id as id, action, login", "record_id ~ 'demo'")).toEqual([{ id: "demo:evil", action: "demo", login: "loans_writer" }, { id: "demo:good", action: "demo", login: "loans_writer" }]);
  await asOwner("begin; select set_config('huu_nghi.action', 'demo', true); insert into loan values ('demo:new', 'New', null, null, null, 'demo', 1), ('demo:bad', 'Bad', null, null, null, 'hue', 1); commit");
  expect(await entries("record_id as id", "record_id ~ 'demo:(new|bad)'")).toEqual([{ id: "demo:bad" }]);
  expect(await faults()).toEqual([]);
});

it("knows a row that was given another key as two", async () => {
  await asOwner("update loan_item set book = 'b' where loan_id = 'l1'; update loan_item set loan_id = 'l3' where loan_id = 'l1'");
  expect(await entries("operation, record_id as id, before ->> 'book' as before, after ->> 'book' as after", "number > 12")).toEqual([
    { operation: "DELETE", id: "l1", before: "a", after: null }, { operation: "INSERT", id: "l1", before: null, after: "b" },
    { operation: "DELETE", id: "l1", before: "b", after: null }, { operation: "INSERT", id: "l3", before: null, after: "b" },
  ]);
  expect(await faults()).toEqual([]);
});

it("tells who says to be somebody from whose login it is", async () => {
  await asOwner("begin; select set_config('huu_nghi.actor', 'a-officer', true), set_config('huu_nghi.action', 'changeLoan', true); update loan set borrower = 'Forged' where id = 'l1'; commit");
  expect(await entries("actor, login", "record_id = 'l1' and row_type = 'loan'")).toEqual([{ actor: "a-officer", login: "loans_writer" }, { actor: "a-officer", login: "loans_owner" }]);
});

const bothTables = (record: string) => `select erase_history('loan', '${record}', 'loan'), erase_history('loan', '${record}', 'loan_item')`;
const erase = (record: string) => asOwner(`${bothTables(record)}; select seal_history()`);

it("holds when what it says was erased, reasons too, and tells that it was", async () => {
  await asOwner("begin; select set_config('huu_nghi.reason', 'Reader 1 moved', true); update loan set borrower = 'Later' where id = 'l1'; commit");
  await asOwner(`begin; update loan set borrower = '' where id = 'l1'; set constraints all immediate; select set_config('huu_nghi.actor', 'a-officer', true), set_config('huu_nghi.reason', 'Asked for', true); ${bothTables("l1")}; select seal_history(); commit`);
  expect(await verified()).toMatchObject({ erased: 4, faults: [] });
  expect(JSON.stringify(await database.reader.query("select * from history"))).not.toMatch(/Reader 1|Later/);
  expect(await entries("actor, reason, row_type as of, after ->> 'id' as id", "operation = 'ERASE'")).toEqual([{ actor: "a-officer", reason: "Asked for", of: "loan", id: "l1" }, { actor: "a-officer", reason: "Asked for", of: "loan_item", id: null }]);
  await erase("l1");
  expect(await verified()).toMatchObject({ erased: 4, faults: [] });
  await asOwner("update loan set borrower = 'Latest' where id = 'l1'");
  expect(await faults()).toEqual([]);
  await erase("l1");
  expect(await verified()).toMatchObject({ faults: [] });
  await asOwner("delete from loan where id = 'l1'");
  await erase("l1");
  expect(await faults()).toEqual([]);
});

it("finds a row that was changed past its history after what it said was erased", async () => {
  await erase("l1");
  await asOwner("alter table loan disable trigger loan_history; update loan set borrower = 'Silent ' || id where id in ('l1', 'l2'); alter table loan enable trigger loan_history");
  expect(await faults()).toEqual(["the table loan was changed past its history: l1, l2"]);
});

it("finds what was erased past the program", async () => {
  await asOwner("update history set before = null, after = null, salt = null, reason = null, erased = true where record_id = 'l1' and row_type = 'loan'");
  expect(await faults()).toEqual([expect.stringMatching(/^what entry \d+ \(loan l1\) said was erased, and no entry says by whom$/)]);
});

it("lets the application erase what was written down, and the reader nothing", async () => {
  await withClient(test.urls.writer, client => client.query(bothTables("l1")));
  expect(await verified()).toMatchObject({ erased: 2, faults: [] });
  await expect(withClient(test.urls.reader, client => client.query(bothTables("l2")))).rejects.toThrow(/permission denied/);
});
