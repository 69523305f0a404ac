import { escapeIdentifier, type ClientBase } from "pg";
import { to } from "pg-copy-streams";
import { RunningSum, type Sum } from "./section";

/** A table of the division as the database knows it; names are quoted for SQL where they need it. */
export interface OwnTable {
  name: string;
  sql: string;
  columns: { name: string; sql: string; type: string }[];
  /** By what its rows are sorted, the same on every server. */
  order: string;
}

export interface OwnSequence {
  name: string;
  lastValue: string;
  isCalled: boolean;
}

// Made by an extension, such as a table of units, it comes with the extension.
const ours = (kinds: string) => `
  c.relnamespace = 'public'::regnamespace and c.relkind in (${kinds}) and not c.relispartition and pg_has_role(c.relowner, 'USAGE')
  and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'e')`;

// Which migrations were run is not a row to bring back: it follows from running them.
const notMigration = `c.oid is distinct from to_regclass('public.migration')`;

/** The division's tables, from the database's own catalogue, so that a backup needs to know no version of the schema. */
export const ownTables = async (client: ClientBase): Promise<OwnTable[]> => {
  const { rows } = await client.query<OwnTable>(`
    select c.relname as name, format('public.%I', c.relname) as sql,
      (select json_agg(json_build_object('name', attname, 'sql', quote_ident(attname), 'type', format_type(atttypid, atttypmod)) order by attnum)
        from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      coalesce(
        (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by place)
          from pg_index cross join unnest(indkey::int2[]) with ordinality as key (number, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = key.number
          where indrelid = c.oid and indisprimary),
        format('(%I.*)::text collate "C"', c.relname)) as order
    from pg_class c where ${ours("'r', 'p'")} and ${notMigration} order by 1`);
  return rows.filter(({ columns }) => columns !== null);
};

export const ownSequences = async (client: ClientBase): Promise<OwnSequence[]> => {
  const { rows } = await client.query<{ name: string; sql: string }>(`
    select c.relname as name, format('public.%I', c.relname) as sql from pg_class c
    where ${ours("'S'")} and not exists (
      select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype in ('a', 'i') and refobjid = to_regclass('public.migration'))
    order by 1`);
  const sequences: OwnSequence[] = [];
  for (const { name, sql } of rows) {
    const { rows: state } = await client.query<Omit<OwnSequence, "name">>(`select last_value::text as "lastValue", is_called as "isCalled" from ${sql}`);
    sequences.push({ name, ...state[0]! });
  }
  return sequences;
};

// So that a value has one text, whatever the server's settings.
const textForm = { datestyle: "ISO, YMD", intervalstyle: "postgres", timezone: "UTC", extra_float_digits: "1", bytea_output: "hex", row_security: "off" };

/** Runs `work` with one text for each value; migrations run in the form that they always have. */
export const inOneTextForm = async <T>(client: ClientBase, work: () => Promise<T>): Promise<T> => {
  for (const [name, value] of Object.entries(textForm)) await client.query(`set local ${name} = '${value}'`);
  const done = await work();
  for (const name of Object.keys(textForm)) await client.query(`reset ${name}`);
  return done;
};

/** So that neither a long statement nor a long wait for other divisions is cut off. */
export const takeAllTime = (client: ClientBase) => client.query("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0");

export const countRows = async (client: ClientBase, { sql }: OwnTable, condition = "true"): Promise<number> =>
  Number((await client.query<{ rows: string }>(`select count(*) as rows from ${sql} where ${condition}`)).rows[0]!.rows);

/** The rows of a table as COPY text, in the order of its key; at the end their sum. */
export async function* rowsOf(client: ClientBase, { name, sql, columns, order }: OwnTable, onProgress?: (rows: number) => void): AsyncGenerator<Buffer, Sum> {
  const running = new RunningSum();
  const list = columns.map(column => column.sql).join(", ");
  const stream = client.query(to(`copy (select ${list} from ${sql} as ${escapeIdentifier(name)} order by ${order}) to stdout`));
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    running.add(chunk);
    onProgress?.(running.rows);
    yield chunk;
  }
  return running.sum();
}
