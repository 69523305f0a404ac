import { setTimeout as wait } from "node:timers/promises";
import { OperatorFault } from "@huu-nghi/service-kit";
import type { ClientBase } from "pg";
import { migrationLock } from "../database/migrate";
import { countRows, ownTables } from "./tables";

// A connection that was just closed is seen for a moment longer.
const patienceMs = 3_000;

const others = `
  select coalesce(usename, '?') || ' (' || count(*) || ')' as login from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and usename is not null and coalesce(backend_type, 'client backend') = 'client backend'
  group by usename order by 1`;

/** Holds off whoever would migrate; refuses while anybody else is connected to this database. */
export const refuseOthers = async (client: ClientBase, division: string): Promise<void> => {
  const { rows: locks } = await client.query<{ taken: boolean }>("select pg_try_advisory_xact_lock($1) as taken", [migrationLock]);
  if (!locks[0]?.taken) throw new OperatorFault(`The database of ${division} is being migrated or restored by another process. Try again when it is done.`);
  for (const deadline = Date.now() + patienceMs; ; await wait(100)) {
    const { rows } = await client.query<{ login: string }>(others);
    if (rows.length === 0) return;
    if (Date.now() < deadline) continue;
    throw new OperatorFault(
      `The database of ${division} is in use by ${rows.map(({ login }) => login).join(", ")} (connections in brackets). Stop what uses it - npm start, the division's processes, psql - and restore again. Nothing has been changed.`,
    );
  }
};

// What these hold from the beginning, when nobody has put anything into the database.
const fromTheBeginning: Record<string, string> = { history_head: "true", history: "row_type = 'history'" };

/** Takes the tables for itself, and refuses where rows would be lost that nobody said may go. */
export const rowsAtStake = async (client: ClientBase, division: string, { replace, say }: { replace: boolean; say: (line: string) => void }): Promise<void> => {
  const tables = await ownTables(client);
  if (tables.length === 0) return;
  await client.query(`lock table ${tables.map(({ sql }) => sql).join(", ")} in access exclusive mode`);
  let rows = 0;
  let filled = 0;
  for (const table of tables) {
    const found = await countRows(client, table, `not (${fromTheBeginning[table.name] ?? "false"})`);
    rows += found;
    if (found > 0) filled += 1;
  }
  if (rows === 0) return;
  const held = `${rows} rows in ${filled} tables`;
  if (!replace) throw new OperatorFault(`The database of ${division} holds ${held} already. Restore with --replace to have them replaced by those of the backup. Nothing has been changed.`);
  say(`${division}: ${held} are replaced`);
};
