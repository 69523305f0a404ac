import { limits, openDatabase, serveDivision } from "@huu-nghi/subgraph-kit";
import { askSigned } from "../graphql-client";
import { testLog } from "../test-log";
import { superuserOf, withClient } from "../test-server";
import { testKey, testKeys } from "../viewers";
import { hinderedLending, lending, notReady, overloaded, pause, ready } from "./hindered-lending.fixture";

/** What a division does while its database is busy: it says so within two seconds, with a code, and what still can be done is done. */
const { key, asOwner, urls, ask, timed, create, made, change, read, readiness, expectReads, timeCrowd, holding, planFault, endFaults, triesMade } = hinderedLending();

describe("a change that meets another", () => {
  it.each([["a serialization failure", "40001"], ["a deadlock", "40P01"], ["a lock wait", "55P03"]])("in %s is tried again, and made when that goes away", async (_what, code) => {
    await planFault(code, 2);
    expect((await create()).errors).toBeUndefined();
    expect(await triesMade()).toBe(3);
  });

  it.each([["a serialization failure", "40001"], ["a deadlock", "40P01"], ["a lock wait", "55P03"]])("in %s that does not go away is refused after three tries, with a code", async (_what, code) => {
    await planFault(code, 99);
    const idempotencyKey = key();
    expect(await create({ idempotencyKey })).toMatchObject(overloaded(1));
    expect(await triesMade()).toBe(3);
    await endFaults();
    expect((await create({ idempotencyKey })).errors).toBeUndefined();
  });

  it("so that each waits for the other is made, and so is the other", async () => {
    await withClient(superuserOf(urls().owner), client =>
      client.query(`
        -- Only a superuser may have a deadlock found sooner than after a second.
        create function take_other() returns trigger security definer set deadlock_timeout = '50ms' language plpgsql as $$
          begin
            perform nextval('tries'), pg_sleep(0.2);
            perform from loan where id = substr(new.borrower, 7) for no key update;
            return new;
          end $$;
        create trigger take_other before update on loan for each row when (new.borrower like 'takes %') execute function take_other();
      `),
    );
    await planFault("", 0);
    const [a, b] = [await made(), await made()];
    const before = await triesMade();
    const answers = await Promise.all([change({ id: a, borrower: `takes ${b}` }), change({ id: b, borrower: `takes ${a}` })]);
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined]);
    expect((await triesMade()) - before).toBeGreaterThan(4); // two changes with two tries counted in each, and one more at least
  });

  it("that holds its record for long is refused, while reading goes on", async () => {
    const id = await made();
    await holding(`select from loan where id = '${id}' for update`, async () => {
      const refused = change({ id, borrower: "Waits" });
      await expectReads(id);
      expect(await refused).toMatchObject(overloaded(1));
      expect(await readiness()).toEqual(ready);
    });
    await expectReads(id);
    expect((await change({ id, borrower: "Waits" })).errors).toBeUndefined();
  });

  it("that lets go of its record in time is made", async () => {
    const id = await made();
    let changed: ReturnType<typeof change> | undefined;
    await holding(`select from loan where id = '${id}' for update`, async () => {
      changed = change({ id, borrower: "In time" });
      await pause(800);
    });
    expect((await changed!).errors).toBeUndefined();
  });

  it("that holds the history is refused", async () => {
    const id = await made();
    await holding("select pg_advisory_xact_lock(hashtext('huu-nghi history'))", async () => {
      expect(await change({ id, borrower: "Unwritten" })).toMatchObject(overloaded(1));
      await expectReads(id);
    });
  });
});

describe("many at once, for what somebody else holds,", () => {
  const crowd = <Answer>(work: () => Promise<Answer>) => Promise.all(Array.from({ length: 40 }, work));

  it("are all refused in time when they change it, and reading goes on", async () => {
    const id = await made();
    await timeCrowd(() => crowd(() => change({ id, version: 99, borrower: "Stale" })));
    await holding(`select from loan where id = '${id}' for update`, async () => {
      const changes = crowd(() => change({ id, borrower: "One of many" }));
      await pause(100);
      await expectReads(id);
      for (const answer of await changes) expect(answer).toMatchObject(overloaded(1));
    });
    expect((await change({ id, borrower: "One of many" })).errors).toBeUndefined();
  });

  it("are all refused in time when they read it", async () => {
    const id = await made();
    await timeCrowd(() => crowd(() => read(id)));
    await holding("lock table loan in access exclusive mode", async () => {
      for (const answer of await crowd(() => read(id))) expect(answer).toMatchObject(overloaded(1));
    });
    await expectReads(id);
  });
});

describe("when no connection is free", () => {
  const reason = notReady("No connection to the database is free.");
  const poolSize = 10;
  const workMs = 3000;
  const ids: string[] = [];
  beforeAll(async () => {
    while (ids.length <= poolSize) ids.push(await made());
  });

  it("a change is refused, readiness says why, and reading goes on", async () => {
    await asOwner(`
      create function take_long() returns trigger language plpgsql as $$ begin perform pg_sleep(${workMs / 1000}); return new; end $$;
      create trigger take_long before update on loan for each row when (new.borrower like 'long %') execute function take_long()`);
    const [id, ...others] = ids as [string, ...string[]];
    const slow = Promise.all(others.map(other => ask("mutation ($in: ChangeLoanInput!) { changeLoan(input: $in) { loan { id } } }", { in: { idempotencyKey: key(), id: other, version: 1, borrower: `long ${other}` } })));
    await pause(500);
    const [refused, page] = await Promise.all([change({ id, borrower: "One too many" }), readiness(), expectReads(id)]);
    expect(refused).toMatchObject(overloaded(1));
    expect(page).toEqual(reason);
    expect((await slow).map(({ errors }) => errors)).toEqual(others.map(() => undefined));
    expect(await readiness()).toEqual(ready);
    expect((await change({ id, borrower: "One too many" })).errors).toBeUndefined();
  });

  it("reading is refused, and readiness says why", async () => {
    const [id, ...others] = ids as [string, ...string[]];
    await asOwner(`alter table loan enable row level security; create policy long on loan using (id = '${id}' or pg_sleep(${workMs / 1000}) is not null)`);
    const slow = Promise.all(others.map(other => ask("query ($id: ID!) { loan(id: $id) { id } }", { id: other })));
    await pause(500);
    const [refused, page] = await Promise.all([read(id), readiness()]);
    expect(refused).toMatchObject(overloaded(1));
    expect(page).toEqual(reason);
    expect((await slow).map(({ errors }) => errors)).toEqual(others.map(() => undefined));
    await asOwner("drop policy long on loan; alter table loan disable row level security");
    expect(await readiness()).toEqual(ready);
  });
});

it.each([["53200", 5], ["53300", 1], ["57014", 5], ["57P03", 5]])("the server's refusal %s has a code, and says after how many seconds to come back", async (code, retryAfter) => {
  await planFault(code, 1);
  expect(await create()).toMatchObject(overloaded(retryAfter));
  expect(await triesMade()).toBe(1);
});

it("a read that takes too long is ended, in the database too", async () => {
  const id = await made();
  const config = { host: "127.0.0.1", port: 0, logLevel: "silent", urls: urls(), serverUrl: null, keys: testKeys, mayLoseChanges: true, limits: { ...limits, statementMs: 300 } };
  const service = await serveDivision(lending, config, testLog("loans"));
  await asOwner("alter table loan enable row level security; create policy slow on loan using (pg_sleep(5) is not null)");
  try {
    expect(await timed(() => askSigned(service.url, testKey, "query ($id: ID!) { loan(id: $id) { version } }", { id }))).toMatchObject(overloaded(5));
    expect(await asOwner("select from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid()")).toEqual([]);
  } finally {
    await asOwner("drop policy slow on loan; alter table loan disable row level security");
    await service.close();
  }
});

it("a transaction of a process that hangs lets go of what it holds, and the process goes on with another connection", async () => {
  const id = await made();
  const database = await openDatabase(lending, urls(), { limits: { ...limits, idleInTransactionMs: 200 } });
  try {
    const hanging = database.writer.transaction(async tx => {
      await tx.query("select from loan where id = $1 for update", [id]);
      await pause(1000);
      await tx.query("update loan set borrower = 'Too late' where id = $1", [id]);
    });
    const ended = expect(hanging).rejects.toThrow(/terminat|not queryable|released/);
    await pause(100);
    expect((await change({ id, borrower: "Not held up" })).errors).toBeUndefined();
    await ended;
    expect(await database.writer.query("select borrower from loan where id = $1", [id])).toEqual([{ borrower: "Not held up" }]);
  } finally {
    await database.close();
  }
});
