import { Client, DatabaseError } from "pg";
import { sqlName, type DatabaseUrls } from "../config";
import { DatabaseNotUsable, notLetIn } from "./not-usable";

/** The three roles of a division's database: who makes tables, who changes rows, who only reads. */
export interface Roles {
  owner: string;
  writer: string;
  reader: string;
}

export const rolesOf = (division: string): Roles => {
  const name = sqlName(division);
  return { owner: `${name}_owner`, writer: `${name}_writer`, reader: `${name}_reader` };
};

const oldestServer = 150_000;
const insufficientPrivilege = "42501";
const undefinedObject = "42704";
const alreadyThere = new Set(["42710", "42P04", "23505"]);

const codeOf = (error: unknown) => (error instanceof DatabaseError ? error.code : undefined);

export const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect().catch((error: Error) => {
    throw notLetIn(url, error);
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Makes the division's database on a server where it is missing. */
export const makeDatabase = (serverUrl: string, database: string) =>
  withClient(serverUrl, async client => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
    if (rowCount) return;
    try {
      await client.query(`create database "${database}" encoding 'UTF8' template template0`);
    } catch (error) {
      if (alreadyThere.has(codeOf(error) ?? "")) return;
      if (codeOf(error) !== insufficientPrivilege) throw error;
      const user = new URL(serverUrl).username;
      throw new DatabaseNotUsable(
        `The user ${user} may not make the database ${database}: the right CREATEDB is missing. ` +
          `Have it granted (alter role "${user}" createdb), or have the database made and give its own URL.`,
      );
    }
  });

const makeRole = async (client: Client, role: string, version: number) => {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  try {
    if (!rowCount) await client.query(`create role "${role}" nologin`);
  } catch (error) {
    // Another process, or another database of this server, was first.
    if (!alreadyThere.has(codeOf(error) ?? "")) throw error;
  }
  // Since PostgreSQL 16 who makes a role is not yet allowed to take it.
  const { rows } = await client.query<{ able: boolean }>("select pg_has_role(current_user, $1, $2) as able", [
    role,
    version >= 160_000 ? "SET" : "MEMBER",
  ]);
  if (!rows[0]?.able) await client.query(`grant "${role}" to current_user`);
};

/** What is left to do for somebody who may: the roles that are not there yet, and the database's owner. */
const administratorCommands = async (client: Client, roles: Roles, user: string, database: string) => {
  const all = Object.values(roles);
  const { rows } = await client.query<{ name: string }>("select rolname as name from pg_roles where rolname = any($1)", [all]);
  const missing = all.filter(role => !rows.some(({ name }) => name === role));
  const granted = all.filter(role => role !== user).map(role => `"${role}"`);
  return [...missing.map(role => `create role "${role}";`), `grant ${granted.join(", ")} to "${user}";`, `alter database "${database}" owner to "${user}";`].join(" ");
};

/** Grants a role to a login of its own, unless somebody with more rights than ours has done so. */
const letTake = async (client: Client, login: string, role: string) => {
  const { rows } = await client.query<{ able: boolean }>("select pg_has_role(oid, $2, 'MEMBER') as able from pg_roles where rolname = $1", [login, role]);
  if (!rows[0]) throw new DatabaseNotUsable(`There is no login "${login}". Have an administrator make it: create role "${login}" login password '…' in role "${role}";`);
  if (rows[0].able) return;
  try {
    await client.query(`grant "${role}" to "${login}"`);
  } catch (error) {
    if (codeOf(error) !== insufficientPrivilege) throw error;
    throw new DatabaseNotUsable(`The login "${login}" may not take the role "${role}". Have an administrator run: grant "${role}" to "${login}";`);
  }
};

/**
 * Makes the roles where they are missing and gives each no more than it needs: the reader may select, the writer may
 * also change rows, only the owner may make or alter a table. Runs before every migration and changes nothing twice.
 */
export const prepareRoles = (division: string, urls: DatabaseUrls) =>
  withClient(urls.owner, async client => {
    const roles = rolesOf(division);
    const { rows } = await client.query<{ version: number; user: string; database: string }>(
      "select current_setting('server_version_num')::int as version, current_user as user, current_database() as database",
    );
    const { version, user, database } = rows[0]!;
    if (version < oldestServer) throw new DatabaseNotUsable(`PostgreSQL 15 or later is needed; this server is ${Math.floor(version / 10_000)}.`);
    try {
      // A login that already is the owner was set up together with its roles; it has no right to make any, and needs none.
      if (user !== roles.owner) {
        for (const role of Object.values(roles)) await makeRole(client, role, version);
        for (const kind of ["writer", "reader"] as const) {
          const login = decodeURIComponent(new URL(urls[kind]).username);
          if (urls[kind] !== urls.owner && login !== roles[kind]) await letTake(client, login, roles[kind]);
        }
      }
      await client.query(`
        grant usage, create on schema public to "${roles.owner}";
        grant usage on schema public to "${roles.writer}", "${roles.reader}";
        grant connect on database "${database}" to "${roles.owner}", "${roles.writer}", "${roles.reader}";
        grant create on database "${database}" to "${roles.owner}";
        revoke create on schema public from public;
        revoke temporary on database "${database}" from public;
        set role "${roles.owner}";
        alter default privileges in schema public grant select on tables to "${roles.writer}", "${roles.reader}";
        alter default privileges in schema public grant insert, update, delete on tables to "${roles.writer}";
        alter default privileges in schema public grant usage on sequences to "${roles.writer}";
        reset role;
      `);
      // Who may not grant a right is told so in a warning only.
      const { rows: rights } = await client.query<{ given: boolean }>(
        "select has_schema_privilege($1, 'public', 'create') and has_database_privilege($1, $2, 'create') as given",
        [roles.owner, database],
      );
      if (!rights[0]?.given) throw new Error(`${user} does not own the database`);
    } catch (error) {
      if (error instanceof DatabaseNotUsable) throw error;
      if (![insufficientPrivilege, undefinedObject, undefined].includes(codeOf(error))) throw error;
      const commands = await administratorCommands(client, roles, user, database);
      throw new DatabaseNotUsable(`The user ${user} may not prepare the roles of ${database}: ${(error as Error).message}. Have an administrator run: ${commands}`);
    }
  });
