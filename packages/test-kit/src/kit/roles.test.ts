import { randomBytes } from "node:crypto";
import { DatabaseNotUsable, migrate, openDatabase, type Database } from "@huu-nghi/subgraph-kit";
import { asSuperuser, ensureLogin, loginUrl, withClient } from "../test-server";
import { testServer } from "../config";
import { testDatabase, type TestDatabase } from "../test-database";
import { testLog } from "../test-log";
import { library } from "./library.fixture";

const log = testLog("library");
const superuserUrl = (database: string) => loginUrl(new URL(testServer()).username, database);
const allOf = (url: string) => ({ owner: url, writer: url, reader: url });

/** A division of a name that no other test has, so that its roles are not there yet. */
const fresh = () => {
  const name = `lib${randomBytes(4).toString("hex")}`;
  return { name, division: { ...library(), name } };
};

const made: string[] = [];
const makeDatabase = async (name: string, owner?: string) => {
  made.push(name);
  await asSuperuser(client => client.query(`create database ${name} ${owner ? `owner ${owner}` : ""}`));
};
afterAll(() => asSuperuser(async client => {
  for (const name of made) await client.query(`drop database if exists ${name} with (force)`);
}));

const currentUser = async (pool: Database["reader"]) => (await pool.query<{ user: string }[]>(`select current_user as user`))[0]?.user;

describe.each(["own logins", "one superuser"])("the roles of a database, with %s", logins => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await testDatabase(library());
    const urls = logins === "own logins" ? test.urls : allOf(superuserUrl(new URL(test.urls.owner).pathname.slice(1)));
    database = await openDatabase(library(), urls);
    await database.writer.query("insert into shelf (id, name_en) values ('a', 'A')");
  });
  afterAll(async () => {
    await database.close();
    await test[Symbol.asyncDispose]();
  });

  it("are three different ones", async () => {
    expect(await currentUser(database.reader)).toBe("library_reader");
    expect(await currentUser(database.writer)).toBe("library_writer");
  });

  const changes = ["insert into shelf (id, name_en) values ('b', 'B')", "update shelf set name_en = 'x'", "delete from shelf", "truncate shelf"];
  const makings = [
    "create table other (a int)", "create temp table other (a int)", "create schema other", "alter table shelf add a int", "drop table shelf",
    "create function f() returns int language sql as 'select 1'", "create role other", "create index on shelf (name_en)",
  ];

  it.each([...changes, ...makings])("the reader cannot: %s", async statement => {
    await expect(database.reader.query(statement)).rejects.toThrow(/read-only|permission denied|must be owner/);
    // Neither when it puts off the protection of its session.
    await expect(
      database.reader.transaction(async manager => {
        await manager.query("set transaction read write");
        await manager.query("reset role");
        await manager.query(statement);
      }),
    ).rejects.toThrow(/permission denied|must be owner/);
  });

  it("the reader can select", async () => expect(await database.reader.query("select id from shelf")).toEqual([{ id: "a" }]));

  it.each([...makings, "truncate shelf"])("the writer cannot: %s", async statement =>
    expect(database.writer.query(statement)).rejects.toThrow(/permission denied|must be owner/));

  it("the writer can change rows", async () =>
    database.writer.transaction(async manager => {
      await manager.query("insert into shelf (id, name_en) values ('c', 'C')");
      await manager.query("update shelf set name_en = 'D' where id = 'c'");
      await manager.query("delete from shelf where id = 'c'");
    }));
});

describe("a login of its own", () => {
  it.each(["none", "library_writer", "library_owner", "postgres"])("cannot take another role: %s", async role => {
    await using test = await testDatabase(library());
    await withClient(test.urls.reader, async client => {
      const taken = client.query(`set role ${role}`).then(() => client.query("insert into shelf (id, name_en) values ('b', 'B')"));
      await expect(taken).rejects.toThrow("permission denied");
    });
  });

  it("keeps its role where the URL has options of its own", async () => {
    await using test = await testDatabase(library());
    const url = `${superuserUrl(new URL(test.urls.owner).pathname.slice(1))}?options=${encodeURIComponent("-c statement_timeout=5000")}`;
    const database = await openDatabase(library(), allOf(url));
    try {
      expect(await currentUser(database.reader)).toBe("library_reader");
      expect(await database.reader.query("show statement_timeout")).toEqual([{ statement_timeout: "5s" }]);
    } finally {
      await database.close();
    }
  });

  it("is given its role when it has another name", async () => {
    const { name, division } = fresh();
    await makeDatabase(name);
    await ensureLogin(`${name}_dashboard`);
    const urls = { ...allOf(superuserUrl(name)), reader: loginUrl(`${name}_dashboard`, name) };
    await migrate(division, urls, null, log);
    const database = await openDatabase(division, urls);
    expect(await currentUser(database.reader)).toBe(`${name}_reader`);
    await database.close();
  });
});

describe("a plain user", () => {
  it("with CREATEROLE prepares a database that it owns, and with CREATEDB makes it", async () => {
    const { name, division } = fresh();
    await ensureLogin(`${name}_admin`, "createrole createdb");
    made.push(name);
    await migrate(division, allOf(loginUrl(`${name}_admin`, name)), loginUrl(`${name}_admin`, "postgres"), log);
    const database = await openDatabase(division, allOf(loginUrl(`${name}_admin`, name)));
    expect(await currentUser(database.reader)).toBe(`${name}_reader`);
    await expect(database.reader.query("delete from shelf")).rejects.toThrow(/permission denied|read-only/);
    await expect(database.writer.query("drop table shelf")).rejects.toThrow("must be owner");
    await database.close();
  });

  const refusal = async (division: Parameters<typeof migrate>[0], url: string, serverUrl: string | null): Promise<string> => {
    const fault = await migrate(division, allOf(url), serverUrl, log).then(() => undefined, (error: Error) => error);
    expect(fault).toBeInstanceOf(DatabaseNotUsable);
    expect(fault?.message).not.toContain(decodeURIComponent(new URL(url).password));
    return fault!.message;
  };

  it("without CREATEDB is told so", async () => {
    const { name, division } = fresh();
    await ensureLogin(`${name}_user`, "createrole");
    expect(await refusal(division, loginUrl(`${name}_user`, name), loginUrl(`${name}_user`, "postgres"))).toContain(`alter role "${name}_user" createdb`);
  });

  it.each(["without CREATEROLE", "that does not own the database"])("%s is told what an administrator has to run; that done, it works", async who => {
    const { name, division } = fresh();
    const user = `${name}_user`;
    await ensureLogin(user, who === "without CREATEROLE" ? "" : "createrole");
    await makeDatabase(name, who === "without CREATEROLE" ? user : undefined);
    const [fault, commands = ""] = (await refusal(division, loginUrl(user, name), null)).split("Have an administrator run: ");
    expect(fault).toMatch(who === "without CREATEROLE" ? "permission denied to create role" : "does not own the database");
    await withClient(superuserUrl(name), client => client.query(commands));
    expect(await migrate(division, allOf(loginUrl(user, name)), null, log)).toHaveLength(division.migrations.length);
  });

  it("needs no more rights for logins that an administrator let take their roles, and is told where one may not", async () => {
    const { name, division } = fresh();
    const user = `${name}_user`;
    await ensureLogin(user, "");
    await ensureLogin(`${name}_dashboards`, "");
    await makeDatabase(name, user);
    const roles = ["owner", "writer", "reader"].map(role => `"${name}_${role}"`);
    await withClient(superuserUrl(name), client => client.query(`${roles.map(role => `create role ${role};`).join("")} grant ${roles.join()} to "${user}"`));
    const urls = { ...allOf(loginUrl(user, name)), reader: loginUrl(`${name}_dashboards`, name) };
    const fault: unknown = await migrate(division, urls, null, log).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(DatabaseNotUsable);
    const [, command = ""] = (fault as Error).message.split("Have an administrator run: ");
    expect(command).toBe(`grant "${name}_reader" to "${name}_dashboards";`);
    await withClient(superuserUrl(name), client => client.query(command));
    expect(await migrate(division, urls, null, log)).toHaveLength(division.migrations.length);
    await expect(migrate(division, { ...urls, writer: loginUrl(`${name}_nobody`, name) }, null, log)).rejects.toThrow(`There is no login "${name}_nobody"`);
  });

  it("with a wrong password, at a closed port or with an unknown reader is told where, and no password is printed", async () => {
    await using test = await testDatabase(library());
    const wrong = new URL(test.urls.owner);
    wrong.password = "wrong-password";
    expect(await refusal(library(), wrong.href, null)).toMatch(/does not let us in as library_owner: password authentication failed/);
    expect(await refusal(library(), "postgres://someone:hunter2@localhost:1/x", null)).toMatch(/PostgreSQL at localhost:1\/x does not let us in as someone: .*ECONNREFUSED/);
    await expect(openDatabase(library(), { ...test.urls, reader: wrong.href })).rejects.toThrow(DatabaseNotUsable);
  });
});
