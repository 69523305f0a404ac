import { Client } from "pg";
import { randomPassword, readIfThere, writePrivateFile } from "./private-file";
import type { EmbeddedPostgres } from "./server";

export interface DivisionUrls {
  ownerUrl: string;
  writerUrl: string;
  readerUrl: string;
}

/**
 * Makes the roles and the database of each division unless they are there. Owner, writer and reader are
 * different login roles from the beginning; what each may do with the tables is said by the migrations.
 */
export async function provision(server: EmbeddedPostgres, divisions: readonly string[]): Promise<Record<string, DivisionUrls>> {
  const names = divisions.map(databaseName);
  const client = new Client({ connectionString: server.superuserUrl });
  client.on("error", () => {}); // a query that fails says so itself
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('provision'))"); // released with the connection
    const passwords = keepPasswords(server.rolesFile, names.flatMap(rolesOf));
    for (const name of names) await provisionDivision(client, name, passwords);
  } finally {
    await client.end();
  }
  return Object.fromEntries(
    divisions.map((division, i) => {
      const [ownerUrl, writerUrl, readerUrl] = rolesOf(names[i] ?? "").map(role => server.urlFor(role, names[i] ?? ""));
      return [division, { ownerUrl, writerUrl, readerUrl } as DivisionUrls];
    }),
  );
}

/** "foreign-relations" is `foreign_relations` in SQL. */
export function databaseName(division: string): string {
  if (!/^[a-z][a-z0-9-]{0,50}$/.test(division)) throw new Error(`"${division}" is not a name for a division: lower-case letters, digits, hyphens.`);
  return division.replaceAll("-", "_");
}

const rolesOf = (name: string): string[] => [`${name}_owner`, `${name}_writer`, `${name}_reader`];

async function provisionDivision(client: Client, name: string, passwords: Record<string, string>): Promise<void> {
  for (const role of rolesOf(name)) {
    const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
    // The password is set again each time: the file, not the server, is what the others read.
    await client.query(
      `${rowCount ? "alter" : "create"} role ${role} with login nosuperuser nocreatedb nocreaterole noreplication password '${passwords[role]}'`,
    );
  }
  const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
  if (!rowCount) await client.query(`create database ${name} owner ${name}_owner`);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${rolesOf(name).join(", ")}`);
}

/** Written before a role is made, so that no role has a password that is kept nowhere. */
function keepPasswords(file: string, roles: string[]): Record<string, string> {
  const kept = JSON.parse(readIfThere(file) ?? "{}") as Record<string, string>;
  const missing = roles.filter(role => !kept[role]);
  const all = { ...kept, ...Object.fromEntries(missing.map(role => [role, randomPassword()])) };
  if (missing.length > 0) writePrivateFile(file, `${JSON.stringify(all, undefined, 2)}\n`);
  return all;
}
