import type { EntityManager } from "typeorm";
import { keyOf } from "../write/history-triggers";
import { placed, type Holding, type PlacedHolding } from "./holding";
import { ErasedPerson } from "./erased-person";

interface Row {
  record: string;
}

type RecordName = [type: string, id: string, table: string];

const columnsOf = ({ metadata, erased }: PlacedHolding): [string, unknown][] =>
  erased === "row" ? [] : Object.entries(erased).map(([property, value]) => [metadata.findColumnWithPropertyPath(property)!.databaseName, value]);

/** What of a person a division was made to forget: by a row of its own, and how much of it just now. */
export interface Erased {
  person: ErasedPerson;
  /** Entries of the history that were emptied by this erasure, and by none before. */
  emptied: number;
}

const empty = async (tx: EntityManager, held: PlacedHolding, person: string): Promise<void> => {
  const { metadata, rows } = held;
  if (held.erased === "row") return void (await tx.query(`delete from "${metadata.tableName}" held where ${rows}`, [person]));
  const columns = columnsOf(held);
  if (columns.length === 0) return;
  const set = columns.map(([column], at) => `"${column}" = $${at + 2}`).join(", ");
  await tx.query(`update "${metadata.tableName}" held set ${set} where ${rows}`, [person, ...columns.map(([, value]) => value)]);
};

/**
 * Takes out of a division what says something of a person: the rows, what their history says, and answers that are kept for
 * repeated changes. What is counted stays, and so do links to the ids, which then say nothing of anybody. Done again, it
 * takes what has come since. The ids are all of one person: the one that is kept first, then those from before a merge.
 */
export const erasePerson = async (tx: EntityManager, holdings: readonly Holding[], ids: readonly string[]): Promise<Erased> => {
  // One erasure of a person at a time, and a change of the person before it or after it.
  for (const id of [...ids].sort()) await tx.query("select pg_advisory_xact_lock(hashtext('huu-nghi erase'), hashtext($1))", [id]);
  let rows = 0;
  const records: RecordName[] = [];
  for (const held of await placed(tx, holdings)) {
    for (const id of ids) {
      const found = await tx.query<Row[]>(
        `select ${keyOf("to_jsonb(held)", held.recordKey)} as record from "${held.metadata.tableName}" held where ${held.rows} for update`, [id]);
      rows += found.length;
      records.push(...found.map(({ record }): RecordName => [held.ofType, record, held.metadata.tableName]));
      await empty(tx, held, id);
    }
  }
  // What was there is in the history of this very change, until that is erased too.
  await tx.query("set constraints all immediate");
  let historyEntries = 0;
  for (const record of await withEarlier(tx, holdings, ids, records)) {
    const [{ erased }] = (await tx.query("select erase_history($1, $2, $3)::int as erased", record)) as [{ erased: number }];
    historyEntries += erased;
  }
  // Whoever repeats such a change is told that the key was used for something else.
  for (const id of ids) await tx.query("update idempotency_key set payload = '', result = null where strpos(result::text, to_jsonb($1::text)::text) > 0", [id]);
  await tx.query("select erase_purposes(id) from unnest($1::text[]) id", [ids]);
  await tx.query(
    `insert into erased_person (person_id, row_count, history_entries) select id, $2, $3 from unnest($1::text[]) id
     on conflict (person_id) do update set row_count = excluded.row_count, history_entries = excluded.history_entries where excluded.history_entries > 0`,
    [ids, rows, historyEntries],
  );
  await tx.query("set constraints all immediate");
  return { person: await tx.findOneByOrFail(ErasedPerson, { personId: ids[0]! }), emptied: historyEntries };
};

/** Of rows that are gone already, or name somebody else by now, the history still tells. */
const withEarlier = async (tx: EntityManager, holdings: readonly Holding[], ids: readonly string[], records: RecordName[]) => {
  const all = new Map(records.map(record => [JSON.stringify(record), record]));
  for (const { metadata, ofType, person: property } of await placed(tx, holdings)) {
    const column = metadata.findColumnWithPropertyPath(property)!.databaseName;
    const earlier = await tx.query<Row[]>(
      `select distinct record_id as record from history where row_type = $1 and not erased and (before ->> '${column}' = any($2) or after ->> '${column}' = any($2))`,
      [metadata.tableName, ids],
    );
    for (const { record } of earlier) all.set(JSON.stringify([ofType, record, metadata.tableName]), [ofType, record, metadata.tableName]);
  }
  return all.values();
};
