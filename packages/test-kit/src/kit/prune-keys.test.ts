import { defineDivision, serveDivision } from "@huu-nghi/subgraph-kit";
import { testSubgraph, type TestSubgraph } from "../subgraph";
import { testLog } from "../test-log";
import { withClient } from "../test-server";
import { testKeys, viewers } from "../viewers";
import { loans } from "./library-loans.fixture";

const lending = defineDivision({ name: "loans", folder: __dirname, domains: [loans] });

let test: TestSubgraph;
beforeAll(async () => {
  test = await testSubgraph(lending);
});
afterAll(() => test[Symbol.asyncDispose]());

const asOwner = <Row extends object>(sql: string, values: unknown[] = []) => withClient(test.urls.owner, async client => (await client.query<Row>(sql, values)).rows);
const keysOf = async (actor: string) => (await asOwner<{ key: string }>("select key from idempotency_key where actor = $1 order by key", [actor])).map(({ key }) => key);
const used = (actor: string, count: number, age: string) =>
  asOwner("insert into idempotency_key (actor, key, action, payload, used_at) select $1, $2 || ' ' || n, 'createLoan', '', now() - $2::interval from generate_series(1, $3) n", [actor, age, count]);
/** Starts the division a second time beside the first. */
const serve = () => serveDivision(lending, { host: "127.0.0.1", port: 0, logLevel: "silent", urls: test.urls, serverUrl: null, keys: testKeys, mayLoseChanges: true }, testLog("loans"));

afterEach(async () => {
  jest.useRealTimers();
  await asOwner("delete from idempotency_key");
});

it("a division that starts removes keys older than 72 hours, and none that is younger", async () => {
  await used("lan", 1, "71:59:00");
  await used("lan", 2, "72:01:00");
  await used("lan", 1, "30 days");
  const service = await serve();
  await service.close();
  expect(await keysOf("lan")).toEqual(["71:59:00 1"]);
});

it("does so every hour, beside the requests", async () => {
  jest.useFakeTimers({ doNotFake: ["Date", "nextTick", "queueMicrotask", "setImmediate", "clearImmediate", "setTimeout", "clearTimeout"] });
  const service = await serve();
  await used("lan", 3, "73:00:00");
  jest.advanceTimersByTime(59 * 60_000);
  expect(await keysOf("lan")).toHaveLength(3);
  jest.advanceTimersByTime(60_000);
  await service.close(); // waits for the pruning
  expect(await keysOf("lan")).toEqual([]);
});

it("removes many in small steps, and starts also when it cannot", async () => {
  await used("lan", 2500, "80:00:00");
  await used("minh", 1, "80:00:00");
  await asOwner(`
    create function keep_key() returns trigger language plpgsql as $$ begin raise exception 'kept'; end $$;
    create trigger keep_key before delete on idempotency_key for each row when (old.actor = 'minh') execute function keep_key()`);
  await (await serve()).close();
  expect([(await keysOf("lan")).length, await keysOf("minh")]).toEqual([500, ["80:00:00 1"]]);
  await asOwner("drop trigger keep_key on idempotency_key");
  await (await serve()).close();
  expect([await keysOf("lan"), await keysOf("minh")]).toEqual([[], []]);
});

it("a pruned key is a new one again", async () => {
  const input = { idempotencyKey: "again", id: "l1", union: "hue", borrower: "Lan", books: ["a"] };
  const create = (over: object) =>
    test.run("mutation ($in: CreateLoanInput!) { createLoan(input: $in) { loan { id } } }", { in: { ...input, ...over } }, viewers.officer("loans", "hue"));
  await create({});
  await asOwner("update idempotency_key set used_at = now() - interval '73 hours'");
  expect(await create({ id: "l2", borrower: "Minh" })).toMatchObject({ errors: [{ extensions: { code: "IDEMPOTENCY_CONFLICT" } }] });
  await (await serve()).close();
  expect((await create({ id: "l2", borrower: "Minh" })).errors).toBeUndefined();
});
