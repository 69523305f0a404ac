import { rolesOf } from "@huu-nghi/subgraph-kit";
import { Client } from "pg";
import { testServer } from "./config";

/** What a login of the test server is asked to do. */
export const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

export const asSuperuser = <T>(work: (client: Client) => Promise<T>): Promise<T> => withClient(testServer(), work);

/** The superuser's address of the database that another login's is of. */
export const superuserOf = (databaseUrl: string): string => {
  const url = new URL(testServer());
  url.pathname = new URL(databaseUrl).pathname;
  return url.href;
};

/** The same server for another login, whose password is the superuser's: the server lives as long as the tests do. */
export const loginUrl = (role: string, database: string): string => {
  const url = new URL(testServer());
  url.username = role;
  url.pathname = `/${database}`;
  return url.href;
};

/** Roles belong to the server, not to a database: whoever needs one first makes it. */
export const ensureLogin = (role: string, rights = "") =>
  asSuperuser(async client => {
    await client.query("select pg_advisory_lock(hashtext('roles'))");
    const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
    if (!rowCount) await client.query(`create role ${role} login ${rights} password '${decodeURIComponent(new URL(testServer()).password)}'`);
  });

/** A division of any name gets its three logins when its first test asks for a database. */
export const ensureDivisionLogins = async (division: string) => {
  for (const role of Object.values(rolesOf(division))) await ensureLogin(role);
};
