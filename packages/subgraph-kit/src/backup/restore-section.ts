import { pipeline } from "node:stream/promises";
import { OperatorFault } from "@huu-nghi/service-kit";
import { DatabaseError, type ClientBase } from "pg";
import { from } from "pg-copy-streams";
import { sqlName, type DivisionConfig } from "../config";
import { openDataSource } from "../database/data-source";
import { makeDatabase, prepareRoles, rolesOf } from "../database/roles";
import type { Division } from "../division";
import { erasedUntilNow, replayErasures } from "../personal-data/replay-erasures";
import { bareTables } from "./bare-tables";
import { landingPlaces, onlyColumns, type LandingPlace } from "./landing-places";
import { refuseOthers, rowsAtStake } from "./occupied-database";
import { migrationsRun, refuseUnknown, SchemaState } from "./schema-state";
import { checkSection, SectionReader, type CheckedSection, type SectionPlace } from "./section";
import { inOneTextForm, ownSequences, ownTables, rowsOf, takeAllTime, type OwnSequence } from "./tables";

export interface Restoring {
  place: SectionPlace;
  /** Rows that are there may go. */
  replace: boolean;
  /** Tables and columns that no migration makes may be left out. */
  leaveOutUnknown: boolean;
  /** Where this division waits for the others: nothing is touched before "checked", nothing is final before "loaded". */
  reach: (step: "checked" | "loaded") => Promise<void>;
  say: (line: string) => void;
  onProgress: (rows: number, of: number) => void;
}

/**
 * Brings a division's rows back as they were, in one transaction: the schema of then, the rows, and then the schema of
 * now; but for persons who were erased since.
 */
export const restoreSection = async (division: Division, { urls, serverUrl, erasuresFile }: Pick<DivisionConfig, "urls" | "serverUrl" | "erasuresFile">, restoring: Restoring): Promise<void> => {
  const { place } = restoring;
  const checked = await checkSection(place);
  if (checked.head.division !== division.name) throw new OperatorFault(`${place.file} holds the division ${checked.head.division}, not ${division.name}.`);
  refuseUnknown(division, checked.head.migrations, "The backup");
  if (serverUrl) await makeDatabase(serverUrl, sqlName(division.name));
  await prepareRoles(division.name, urls);
  const { tables, migrations, name } = division;
  const owner = await openDataSource({ url: urls.owner, role: rolesOf(name).owner, tables, migrations, poolSize: 1 });
  try {
    await owner.transaction(async tx => {
      const { queryRunner } = tx;
      const client = (await queryRunner!.connect()) as ClientBase;
      await takeAllTime(client);
      await client.query("set local lock_timeout = '5s'");
      await refuseOthers(client, name);
      refuseUnknown(division, await migrationsRun(client), "The database");
      await rowsAtStake(client, name, restoring);
      const erased = await erasedUntilNow(erasuresFile, client);
      await restoring.reach("checked");
      const schema = new SchemaState(division, owner, queryRunner!, client);
      await schema.bringTo(checked.head.migrations);
      await inOneTextForm(client, () => load(client, checked, restoring));
      await schema.bringToNewest();
      await replayErasures(division, tx, erased);
      if (erased.length > 0) restoring.say(`${name}: ${erased.length} ids of persons who were erased until now stay erased`);
      await client.query(`analyze ${(await ownTables(client)).map(({ sql }) => sql).join(", ")}`);
      await restoring.reach("loaded");
    });
  } finally {
    await owner.destroy();
  }
};

const load = async (client: ClientBase, checked: CheckedSection, { place, leaveOutUnknown, say, onProgress }: Restoring) => {
  const tables = await ownTables(client);
  const places = landingPlaces(checked, tables, { leaveOutUnknown, say });
  const putBack = await bareTables(client, tables);
  await client.query(`truncate ${tables.map(({ sql }) => sql).join(", ")}`).catch(stopped("emptied"));
  const section = await SectionReader.open(place);
  let loaded = 0;
  for await (const { name, rows, sum } of section.tables()) {
    const landing = places.get(name);
    if (landing) await copyInto(client, landing, counting(rows, () => onProgress(loaded + sum().rows, checked.rows)));
    else while (!(await rows.next()).done);
    loaded += sum().rows;
  }
  await setSequences(client, section.end.sequences);
  for (const landing of places.values()) await compare(client, landing, checked);
  await putBack().catch(stopped("checked"));
};

/** That the rows of a table are those of the backup, by reading them as they were read then. */
const compare = async (client: ClientBase, { table, columns, whole }: LandingPlace, { sums }: CheckedSection) => {
  if (!whole) return;
  const rows = rowsOf(client, { ...table, columns });
  let found = await rows.next();
  while (!found.done) found = await rows.next();
  const expected = sums.get(table.name);
  if (found.value.rows !== expected?.rows || found.value.sha256 !== expected.sha256) throw new Error(`the rows of ${table.name} are not those of the backup`);
};

async function* counting(rows: AsyncIterable<Buffer>, onRows: () => void): AsyncGenerator<Buffer> {
  for await (const each of rows) {
    yield each;
    onRows();
  }
}

const copyInto = async (client: ClientBase, { table, columns, kept }: LandingPlace, rows: AsyncIterable<Buffer>) => {
  const list = columns.map(({ sql }) => sql).join(", ");
  await pipeline(kept ? onlyColumns(rows, kept) : rows, client.query(from(`copy ${table.sql} (${list}) from stdin`))).catch(stopped("loaded", table.name));
};

/** PostgreSQL's words quote rows; told is which rule they broke. */
const stopped = (what: string, table?: string) => (error: unknown): never => {
  if (!(error instanceof DatabaseError)) throw error;
  const { code, constraint, table: where = table } = error;
  throw new OperatorFault(`The rows${where ? ` of ${where}` : ""} could not be ${what}: SQLSTATE ${code}${constraint ? `, ${constraint}` : ""}. Nothing has been changed.`, { cause: error });
};

const setSequences = async (client: ClientBase, said: OwnSequence[]) => {
  const there = new Set((await ownSequences(client)).map(({ name }) => name));
  for (const { name, lastValue, isCalled } of said) {
    if (!there.has(name)) continue;
    // setval alone is never undone; in a sequence that was restarted within this transaction it is.
    await client.query(`alter sequence public.${client.escapeIdentifier(name)} restart`);
    await client.query("select setval($1::regclass, $2::bigint, $3)", [`public.${client.escapeIdentifier(name)}`, lastValue, isCalled]);
  }
};
