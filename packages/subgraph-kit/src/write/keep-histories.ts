import type { EntityManager } from "typeorm";
import { isDemoRow } from "./history-chain";
import { keptTables, keyOf, type KeptTable } from "./history-triggers";

type Database = Pick<EntityManager, "query">;

// An entry about the history itself: that a table is kept from there on. In the chain, where nobody can take it out unseen.
const ofHistory = "history";

const begin = (database: Database, { name }: KeptTable, operation: "INSERT" | "UPDATE") =>
  database.query("select add_history($1, $2, $1, $3, case when $3 = 'UPDATE' then $4::jsonb end, $4)", [ofHistory, name, operation, JSON.stringify({ table: name })]);

/** What a table holds is its beginning; a demo, which has no history, is not. */
const takeOver = (database: Database, { name, sql, ofType, recordKey }: KeptTable) =>
  database.query(
    `select add_history($1, key, $2, 'INSERT', null, image) from (
       select image, ${keyOf("image", recordKey)} as key from (select to_jsonb(held) as image from ${sql} held) images
     ) keyed where not ${isDemoRow("image", "key")} order by key`,
    [ofType, name],
  );

/**
 * Has the history of every table kept from now on, and returns what was amiss. A table that has not been kept before begins
 * with the rows that it has. One that has been, and lost its trigger, gets it back and nothing more: what was changed
 * meanwhile nobody wrote down, and it is not for us to write it down as if somebody had.
 */
export const keepHistories = async (database: Database): Promise<string[]> => {
  const [{ keeps }] = (await database.query("select to_regprocedure('record_history()') is not null as keeps")) as [{ keeps: boolean }];
  // An older schema has no history.
  if (!keeps) return [];
  const alarms: string[] = [];
  const known: { name: string; begun: boolean }[] = await database.query(
    "select name, bool_or(begun) as begun from (select case row_type when $1 then record_id else row_type end as name, row_type = $1 as begun from history) entry group by name",
    [ofHistory],
  );
  await database.query("select set_config('huu_nghi.action', 'migrate', true)");
  for (const table of await keptTables(database)) {
    const amiss = table.triggers.filter(({ state }) => state !== "right");
    for (const { name, state, make } of amiss) {
      if (state !== "missing") await database.query(`drop trigger "${name.replaceAll('"', '""')}" on ${table.sql}`);
      await database.query(make);
    }
    const earlier = known.find(each => each.name === table.name);
    const wasRecorded = amiss.every(({ records }) => !records);
    if (earlier && amiss.length > 0) alarms.push(`the table ${table.name} had lost ${amiss.map(({ name, state }) => `${name} (${state})`).join(", ")}: what was changed meanwhile is not in its history`);
    if (!earlier && !wasRecorded) await takeOver(database, table);
    if (!earlier?.begun || !wasRecorded) await begin(database, table, earlier?.begun ? "UPDATE" : "INSERT");
  }
  await database.query("select set_config('huu_nghi.action', '', true)");
  return alarms;
};
