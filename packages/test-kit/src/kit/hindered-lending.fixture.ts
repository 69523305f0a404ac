import { defineDivision } from "@huu-nghi/subgraph-kit";
import type { GraphqlAnswer } from "../graphql-client";
import { testSubgraph, type TestSubgraph } from "../subgraph";
import { withClient } from "../test-server";
import { viewers } from "../viewers";
import { loans } from "./library-loans.fixture";

export const lending = defineDivision({ name: "loans", folder: __dirname, domains: [loans] });
const mostMs = 2000;
const readsWithinMs = 1000;

export const officer = viewers.officer("loans", "hue");
export const overloaded = (retryAfter: number) => ({ errors: [{ extensions: { code: "OVERLOADED", retryAfter } }] });
export const ready = [200, { status: "ready" }];
export const notReady = (reason: string) => [503, { status: "not ready", reason }];
export const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** A division for one test file, whose database can be kept from its work; every request is held to two seconds. */
export const hinderedLending = () => {
  let test: TestSubgraph;
  let keys = 0;
  // What many requests at once take on this machine when nothing holds them up.
  let crowdMs = 0;
  const key = () => `key-${(keys += 1)}`;
  const asOwner = <Row extends object>(sql: string, values: unknown[] = []) => withClient(test.urls.owner, async client => (await client.query<Row>(sql, values)).rows);

  beforeAll(async () => {
    test = await testSubgraph(lending);
    await asOwner(`
      create sequence tries;
      create table planned_fault (code text primary key, times int);
      create function fail() returns trigger language plpgsql as $$
        declare planned planned_fault;
        begin
          select * into planned from planned_fault;
          if found and nextval('tries') <= planned.times then raise exception 'planned' using errcode = planned.code; end if;
          return new;
        end $$;
      create trigger fail before insert on idempotency_key for each row execute function fail();
    `);
  });
  afterEach(async () => {
    crowdMs = 0;
    await asOwner("delete from planned_fault");
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const timed = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const start = Date.now();
    const answer = await work();
    expect(Date.now() - start).toBeLessThan(mostMs + crowdMs);
    return answer;
  };
  const run = (query: string, variables: object) => timed(() => test.run(query, { ...variables }, officer));
  const create = (over: object = {}): Promise<GraphqlAnswer> =>
    run("mutation ($in: CreateLoanInput!) { createLoan(input: $in) { loan { id version } } }", { in: { idempotencyKey: key(), id: `l${keys}`, union: "hue", borrower: `Lan ${keys}`, books: ["a"], ...over } });
  const read = (id: string) => run("query ($id: ID!) { loan(id: $id) { version } }", { id });

  return {
    ...{ key, asOwner, timed, create, read },
    urls: () => test.urls,
    /** Asks however long it takes. */
    ask: (query: string, variables: object) => test.run(query, { ...variables }, officer),
    made: async (): Promise<string> => (await create()).data.createLoan.loan.id,
    change: (over: object) => run("mutation ($in: ChangeLoanInput!) { changeLoan(input: $in) { loan { id version borrower } } }", { in: { idempotencyKey: key(), version: 1, ...over } }),
    readiness: () =>
      timed(async () => {
        const page = await fetch(new URL("/health/ready", test.url));
        return [page.status, await page.json()];
      }),
    /** Reading goes on, and is not slower for it. */
    expectReads: async (id: string, version = 1) => {
      const start = Date.now();
      expect(await read(id)).toMatchObject({ data: { loan: { version } } });
      expect(Date.now() - start).toBeLessThan(readsWithinMs + crowdMs);
    },
    /** Allows the rest of a test what a crowd takes by itself: the slowest of three, since other work comes and goes. */
    timeCrowd: async (crowd: () => Promise<unknown>) => {
      crowdMs = Infinity;
      const took: number[] = [];
      for (let time = 0; time < 3; time++) {
        const start = Date.now();
        await crowd();
        took.push(Date.now() - start);
      }
      crowdMs = Math.max(...took);
    },
    /** Holds what a statement locks while `work` runs. */
    holding: <Answer>(lock: string, work: () => Promise<Answer>): Promise<Answer> =>
      withClient(test.urls.owner, async client => {
        await client.query("begin");
        await client.query(lock);
        try {
          return await work();
        } finally {
          await client.query("rollback");
        }
      }),
    /** The next changes fail with this code, so many times; the tries are counted. */
    planFault: async (code: string, times: number) => {
      await asOwner("delete from planned_fault");
      await asOwner("select setval('tries', 1, false)");
      await asOwner("insert into planned_fault values ($1, $2)", [code, times]);
    },
    endFaults: () => asOwner("delete from planned_fault"),
    triesMade: async () => Number((await asOwner<{ n: string }>("select last_value as n from tries"))[0]!.n),
  };
};
