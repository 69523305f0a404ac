import { join } from "node:path";
import { checkSection, writeSection } from "@huu-nghi/subgraph-kit";
import { databaseContent } from "../database-content";
import { asSuperuser, withClient } from "../test-server";
import { archive, laterArchive } from "./archive.fixture";
import { ArchiveDatabases, expectUntouched, sqlIn } from "./archive-databases.fixture";

let databases: ArchiveDatabases;
beforeAll(async () => {
  databases = await ArchiveDatabases.make();
}, 60_000);
afterAll(() => databases[Symbol.asyncDispose]());

describe("a division brought back", () => {
  it("into an empty database is what it was, and goes on from there", async () => {
    const original = databases.original;
    const url = await databases.empty();
    await databases.restore(archive, url);
    expect(await databaseContent(url)).toEqual(await databaseContent(original));

    await sqlIn(url, "update mark set name = 'Tây' where id = 'a'; insert into egg (hen_id) values (1); insert into \"Odd \"\"table\" (\"a column\") values ('x')");
    expect(await sqlIn(url, "select version from mark where id = 'a'")).toEqual([{ version: 2 }]);
    expect(await sqlIn(url, "select id, note from egg order by id desc limit 1")).toEqual([{ id: 3, note: "laid" }]);
    expect(await sqlIn(url, "select number, shouted from \"Odd \"\"table\" order by 1")).toEqual([{ number: "1", shouted: "NĂM" }, { number: "3", shouted: "X" }]);
    expect(await sqlIn(url, "select nextval('receipt')")).toEqual([{ nextval: "3" }]);
    const [{ broken } = { broken: "" }] = await sqlIn<{ broken: string }>(
      url,
      `select count(*) as broken from (select previous, lag(hash, 1, '\\x00') over (order by number) as before, hash,
         history_hash(previous, number, recorded_at, record_type, record_id, row_type, operation, action, actor, request_id, reason, digest, login) as right_hash,
         digest, history_digest(salt, before, after, reason) as right_digest from history) entry
       where previous <> before or hash <> right_hash or digest <> right_digest`,
    );
    expect(broken).toBe("0");
    await expect(sqlIn(url, "insert into egg (hen_id) values (9)")).rejects.toThrow(/foreign key/);
    await expect(sqlIn(url, "truncate mark")).rejects.toThrow();
  });

  it("into a migrated database that holds nothing needs no leave", async () => {
    const url = await databases.migrated(archive);
    await databases.restore(archive, url);
    expect(await databaseContent(url)).toEqual(await databaseContent(databases.original));
  });

  it("does not go over records unless told to, and says how many go", async () => {
    const url = await databases.filled(archive);
    await sqlIn(url, "delete from egg where id = 1; insert into mark (id, name) values ('new', 'New'); select setval('receipt', 99)");
    await expectUntouched(url, () => databases.restore(archive, url), /holds \d+ rows in 6 tables already\. Restore with --replace/);
    const said: string[] = [];
    await databases.restore(archive, url, { replace: true, say: line => said.push(line) });
    expect(said).toEqual([expect.stringMatching(/^archive: \d+ rows in 6 tables are replaced$/)]);
    expect(await databaseContent(url)).toEqual(await databaseContent(databases.original));
  });

  it("is of one moment, whatever was changed while it was written", async () => {
    const url = await databases.filled(archive);
    const later = join(databases.folder, "moment.gz");
    const writing = await withClient(url, async other => {
      await other.query("begin; insert into hen (id) values (2); lock table mark in access exclusive mode");
      const started = writeSection(archive, url, later, () => undefined);
      // It has begun, and waits for the lock.
      while ((await asSuperuser(client => client.query("select from pg_locks where not granted and database = (select oid from pg_database where datname = $1)", [new URL(url).pathname.slice(1)]))).rowCount === 0);
      await other.query("insert into mark (id, name) values ('later', 'Later'); commit");
      return { written: await started };
    });
    const { sums } = await checkSection({ file: later, from: 0 });
    expect(writing.written.tables).toBe(sums.size);
    expect([sums.get("hen")?.rows, sums.get("mark")?.rows]).toEqual([1, 3]);
  });
});

describe("a section of another version", () => {
  it.each([
    ["an empty database", () => databases.empty(), false],
    ["a database that is further", () => databases.migrated(laterArchive), false],
    ["a filled database that is further", () => databases.filled(laterArchive), true],
  ])("that is older is brought to the schema of now, in %s", async (_where, make, replace) => {
    const url = await make();
    await databases.restore(laterArchive, url, { replace });
    expect((await sqlIn<{ name: string }>(url, "select name from migration order by timestamp")).map(({ name }) => name)).toEqual(
      [...laterArchive.migrations.map(({ name }) => name)].sort((a, b) => Number(a.slice(-13)) - Number(b.slice(-13))),
    );
    expect(await sqlIn(url, "select id, parent_id, origin from mark order by id")).toEqual([
      { id: "a", parent_id: "m", origin: "unknown" },
      { id: "m", parent_id: "z", origin: "unknown" },
      { id: "z", parent_id: null, origin: "unknown" },
    ]);
    expect(await sqlIn(url, "select id from slip order by id")).toEqual([{ id: "a" }, { id: "m" }, { id: "z" }]);
    const { rowsOf, described } = await databaseContent(url);
    const original = await databaseContent(databases.original);
    expect(rowsOf["\"Odd \"\"table\""]).toEqual(original.rowsOf["\"Odd \"\"table\""]);
    expect(rowsOf["idempotency_key"]).toEqual(original.rowsOf["idempotency_key"]);
    // The history of then, and then what the migrations did.
    const entries = "select string_agg(history::text, '|' order by number) as all from history where number <= $1";
    const [{ max }] = (await sqlIn<{ max: string }>(databases.original, "select max(number) from history")) as [{ max: string }];
    expect(await sqlIn(url, entries, [max])).toEqual(await sqlIn(databases.original, entries, [max]));
    expect(described).toEqual((await databaseContent(await databases.migrated(laterArchive))).described);
  });

  it("that is newer is refused, and so is a database that is", async () => {
    const newer = join(databases.folder, "newer.gz");
    await writeSection(laterArchive, await databases.migrated(laterArchive), newer, () => undefined);
    const unknown = /has migrations of archive that this program does not know: AddOrigin1764300000000, RequireOrigin1764300001000\./;
    const url = await databases.filled(archive);
    await expectUntouched(url, () => databases.restore(archive, url, { replace: true, place: { file: newer, from: 0 } }), unknown);
    const further = await databases.filled(laterArchive);
    await expectUntouched(further, () => databases.restore(archive, further, { replace: true }), unknown);
  });

  it("with tables and columns that nobody's migrations make says so, and goes without them only when asked", async () => {
    const url = await databases.filled(archive);
    await sqlIn(url, "create table notes (id int primary key, text text); insert into notes values (1, 'by hand'); alter table mark add colour text default 'red'; alter table hen add a int default 7");
    const byHand = join(databases.folder, "by-hand.gz");
    await writeSection(archive, url, byHand, () => undefined);
    const target = await databases.empty();
    const place = { file: byHand, from: 0 };
    await expect(databases.restore(archive, target, { place })).rejects.toThrow(/no migration makes: the column hen\.a, the column mark\.colour, the table notes \(1 rows\)/);
    expect(await sqlIn(target, "select tablename from pg_tables where schemaname = 'public'")).toEqual([]);
    const said: string[] = [];
    await databases.restore(archive, target, { place, leaveOutUnknown: true, say: line => said.push(line) });
    expect(said).toHaveLength(3);
    expect(await sqlIn(target, "select mark.*, egg_id from mark, hen order by 1")).toEqual(await sqlIn(databases.original, "select mark.*, egg_id from mark, hen order by 1"));
  });
});
