import { createWriteStream, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { OperatorFault } from "@huu-nghi/service-kit";
import type { Client } from "pg";
import { rolesOf, withClient } from "../database/roles";
import { migrationsRun } from "./schema-state";
import { checkSection, sectionFormat, sectionVersion, type SectionEnd, type SectionHead } from "./section";
import { endOfRows } from "./section-lines";
import { countRows, inOneTextForm, ownSequences, ownTables, rowsOf, takeAllTime } from "./tables";

export interface Written {
  tables: number;
  rows: number;
}

/**
 * Adds a division's section to the end of a file, and reads it through again. All of it is of one moment, whoever
 * changes rows meanwhile; whatever version of the schema the database has, it is written as it is.
 */
export const writeSection = (division: { name: string }, ownerUrl: string, file: string, onProgress: (rows: number, of: number) => void): Promise<Written> =>
  withClient(ownerUrl, async client => {
    const from = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    await client.query("begin isolation level repeatable read read only");
    await takeAllTime(client);
    const migrations = await takeRole(client, division.name);
    const toEnd = () => createWriteStream(file, { flags: "a", mode: 0o600, flush: true });
    await inOneTextForm(client, () => pipeline(section(client, division.name, migrations, onProgress), createGzip(), toEnd()).catch(notWritten(file)));
    const { head, rows } = await checkSection({ file, from });
    return { tables: head.tables.length, rows };
  });

const notWritten = (file: string) => (error: NodeJS.ErrnoException) => {
  throw error.syscall ? new OperatorFault(`${file} cannot be written: ${error.message}`) : error;
};

/** Acts as the owner from here on; gives the migrations that were run. */
const takeRole = async (client: Client, division: string): Promise<string[]> => {
  const { rows } = await client.query<{ database: string; prepared: boolean }>("select current_database() as database, to_regclass('public.migration') is not null as prepared");
  const { database, prepared } = rows[0]!;
  if (!prepared) throw new OperatorFault(`The database ${database} has no tables of the division ${division}: there is nothing to back up.`);
  await client.query(`set local role "${rolesOf(division).owner}"`);
  return migrationsRun(client);
};

async function* section(client: Client, division: string, migrations: string[], onProgress: (rows: number, of: number) => void): AsyncGenerator<string | Buffer> {
  const tables = await ownTables(client);
  const { rows: about } = await client.query<{ postgres: string }>("select current_setting('server_version') as postgres");
  yield line({
    ...{ format: sectionFormat, version: sectionVersion, division, madeAt: new Date().toISOString(), postgres: about[0]!.postgres, migrations },
    tables: tables.map(({ name, columns }) => ({ name, columns: columns.map(({ name: column, type }) => ({ name: column, type })) })),
  } satisfies SectionHead);
  let all = 0;
  for (const table of tables) all += await countRows(client, table);
  let written = 0;
  for (const table of tables) {
    yield line({ table: table.name });
    const before = written;
    const sum = yield* rowsOf(client, table, rows => onProgress(before + rows, all));
    yield endOfRows + line(sum);
    written += sum.rows;
  }
  yield line({ end: division, rows: written, sequences: await ownSequences(client) } satisfies SectionEnd);
}

const line = (value: object) => `${JSON.stringify(value)}\n`;
