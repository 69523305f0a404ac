import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startPostgres, type EmbeddedPostgres } from "@huu-nghi/postgres";
import { keepOutput, plant, testKey, withClient } from "@huu-nghi/test-kit";

/*
 * Processes of one division that start on a PostgreSQL of their own, which knows neither its databases nor its roles.
 */
jest.setTimeout(120_000); // some seconds for each on an idle machine; other tests run beside it

const division = "associations";
const main = join(__dirname, "../subgraphs", division, "dist/main.js");

let folder: string;
let postgres: EmbeddedPostgres;
const started: DivisionProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "huu-nghi-cold-start-"));
  postgres = await startPostgres({ dataDir: folder, durable: false, startedBy: "a test" });
  plant("password", new URL(postgres.superuserUrl).password);
  plant("key", testKey.secret);
});

afterEach(async () => {
  for (const each of started.splice(0)) {
    await each.kill();
    keepOutput(division, each.output);
  }
});

afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A process of the division: what it says, whether it listens, how it ends. */
class DivisionProcess {
  output = "";
  readonly listening: Promise<string>;
  readonly ended: Promise<number | null>;
  /** Rejects when it ends: for those who wait for something else of it. */
  readonly fallen: Promise<never>;
  private readonly child: ChildProcess;

  constructor(environment: NodeJS.ProcessEnv) {
    const env = { GATEWAY_KEYS: `${testKey.id}:${testKey.secret}`, DATABASE_MAY_LOSE_CHANGES: "yes", ...environment };
    this.child = spawn(process.execPath, [main, "serve"], { env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on("data", chunk => (this.output += String(chunk)));
    this.ended = once(this.child, "close").then(([code]) => code as number | null);
    this.fallen = this.ended.then(code => Promise.reject(new Error(`It ended with ${code}:\n${this.output}`)));
    this.fallen.catch(() => undefined); // some are meant to
    this.listening = Promise.race([once(this.child, "message").then(([message]) => (message as { url: string }).url), this.fallen]);
    this.listening.catch(() => undefined);
    started.push(this);
  }

  /** Of the migrations that this process made, and no other. */
  get migrated(): string[] {
    const lines = this.output.split("\n").filter(line => line.startsWith("{")).map(line => JSON.parse(line) as { msg: string; migration?: string });
    return lines.flatMap(({ msg, migration }) => (msg === "migrated" ? [migration!] : []));
  }

  /** Its address, or the code that it ended with. */
  outcome = (): Promise<string | number | null> => this.listening.catch(() => this.ended);

  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.ended;
  }
}

const urlOf = (database: string) => {
  const url = new URL(postgres.superuserUrl);
  url.pathname = `/${database}`;
  return url.href;
};

const serve = (database: string, environment: NodeJS.ProcessEnv = {}) => new DivisionProcess({ ASSOCIATIONS_DATABASE_URL: urlOf(database), ...environment });

const createDatabase = (name: string) => withClient(postgres.superuserUrl, client => client.query(`create database ${name}`));

/** What of a migration can be seen: every column, rule, index, trigger, function and right, and what was run. */
const schemaOf = (database: string): Promise<string[]> =>
  withClient(urlOf(database), async client => {
    const { rows } = await client.query<{ made: string }>(`
      select 'column ' || concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) as made from information_schema.columns where table_schema = 'public'
      union all select 'rule ' || concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
      union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
      union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      union all select 'function ' || oid::regprocedure || md5(concat(prosrc, pg_get_function_sqlbody(oid))) from pg_proc where pronamespace = 'public'::regnamespace
      union all select 'rights ' || concat_ws(' ', relname, relacl) from pg_class where relnamespace = 'public'::regnamespace`);
    return rows.map(({ made }) => made).sort();
  });

const migrationsOf = (database: string): Promise<string[]> =>
  withClient(urlOf(database), async client => (await client.query<{ name: string }>("select name from migration order by id")).rows.map(({ name }) => name));

it("five processes that start together on an empty server migrate once, and all serve", async () => {
  const five = Array.from({ length: 5 }, () => new DivisionProcess({ DATABASE_URL: postgres.superuserUrl }));
  const urls = await Promise.all(five.map(each => each.listening));
  expect(new Set(urls).size).toBe(5);
  for (const url of urls) expect((await fetch(new URL("/health/ready", url))).status).toBe(200);
  const run = await migrationsOf(division);
  expect(new Set(run).size).toBe(run.length);
  expect(five.map(({ migrated }) => migrated).filter(names => names.length > 0)).toEqual([run]);
});

describe("a process that is killed in mid-migration", () => {
  const lock = 1_122;
  let whole: { schema: string[]; migrations: string[] };

  beforeAll(async () => {
    await createDatabase("whole");
    await serve("whole").listening;
    whole = { schema: await schemaOf("whole"), migrations: await migrationsOf("whole") };
  });

  /** Has whoever gives this command wait, within it, for a lock that the test holds. */
  const waitingAt = (command: string, made: string) => `
    create function wait_here() returns event_trigger language plpgsql as $$ begin
      if exists (select from pg_event_trigger_ddl_commands() where command_tag = '${command}' and object_identity = '${made}') then perform pg_advisory_xact_lock(${lock}); end if;
    end $$;
    create event trigger wait_here on ddl_command_end execute function wait_here();
    select pg_advisory_lock(${lock});`;

  it.each([
    ["its first migration", "CREATE TABLE", "public.loaded_record", "Foundation1764000000000", "to_regclass('source') is not null"],
    ["a later one", "ALTER TABLE", "public.complete_period", "FigureChanges1764200000500", "exists (select from pg_attribute where attrelid = 'reported_figure'::regclass and attname = 'version')"],
    ["the beginning of histories", "CREATE TRIGGER", "source_history on public.source", undefined, "exists (select from pg_trigger where tgname like '%_history')"],
  ])("leaves nothing half done of %s, and the next one completes it", async (_, command, made, migration, begun) => {
    const database = `killed_at_${made.replaceAll(/\W/g, "_")}`;
    await createDatabase(database);
    await withClient(urlOf(database), async client => {
      const waiting = async (count: number, what: string) => {
        for (;; await pause(25)) if ((await client.query(`select from pg_locks where not granted and ${what}`)).rowCount === count) return;
      };
      await client.query(waitingAt(command, made));
      const killed = serve(database);
      await Promise.race([waiting(1, `objid = ${lock}`), killed.fallen]);
      await killed.kill();

      const complete = migration === undefined ? whole.migrations : whole.migrations.slice(0, whole.migrations.indexOf(migration));
      expect(await migrationsOf(database)).toEqual(complete);
      expect((await client.query<{ begun: boolean }>(`select ${begun} as begun`)).rows).toEqual([{ begun: false }]);

      // What it had PostgreSQL do goes on for a while, and the next process meets it.
      const next = serve(database);
      await Promise.race([waiting(2, "true"), next.fallen]);
      await client.query(`select pg_advisory_unlock(${lock})`);
      await next.listening;
      await client.query("drop event trigger wait_here; drop function wait_here");
    });
    expect(await migrationsOf(database)).toEqual(whole.migrations);
    expect(await schemaOf(database)).toEqual(whole.schema);
  });
});

describe("a process that must not serve says why and ends", () => {
  beforeAll(async () => {
    await createDatabase("refused");
    await serve("refused").listening;
  });

  it("on a server that can lose what it acknowledged", async () => {
    const refused = serve("refused", { DATABASE_MAY_LOSE_CHANGES: "no" });
    expect(await refused.outcome()).toBe(1);
    expect(refused.output).toMatch(/^PostgreSQL has fsync and full_page_writes and synchronous_commit switched off, .* Switch on: take fsync off the server's command line; .*DATABASE_MAY_LOSE_CHANGES=yes\.$/m);
  });

  it("on a database that a newer version has migrated", async () => {
    await withClient(urlOf("refused"), client => client.query("insert into migration (timestamp, name) values (9999999999999, 'Later9999999999999')"));
    const before = await schemaOf("refused");
    const older = serve("refused");
    expect(await older.outcome()).toBe(1);
    expect(older.output).toMatch(/^The database of associations was migrated by a newer version \(Later9999999999999\), which this one does not know\. Run the newer version, /m);
    expect(await schemaOf("refused")).toEqual(before);
  });
});
