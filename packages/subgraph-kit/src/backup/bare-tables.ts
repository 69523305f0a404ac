import type { ClientBase } from "pg";

/*
 * What would act on rows that are brought back as they were: triggers, which would write a history of it, and foreign
 * keys, which would want one table before the other. Keys are checked, all at once, when they are put back.
 */
const triggersAndKeys = `
  select 'alter table ' || given.sql || ' disable trigger ' || quote_ident(tgname) as off,
    'alter table ' || given.sql || case tgenabled when 'A' then ' enable always trigger ' when 'R' then ' enable replica trigger ' else ' enable trigger ' end || quote_ident(tgname) as on
  from unnest($1::text[]) as given (sql) join pg_trigger on tgrelid = given.sql::regclass
  where not tgisinternal and tgenabled <> 'D'
  union all
  select 'alter table ' || given.sql || ' drop constraint ' || quote_ident(conname),
    'alter table ' || given.sql || ' add constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid)
  from unnest($1::text[]) as given (sql) join pg_constraint on conrelid = given.sql::regclass
  where contype = 'f' and conparentid = 0
  order by 1`;

/** Takes triggers and foreign keys off these tables, in this transaction; what it gives puts them back. */
export const bareTables = async (client: ClientBase, tables: readonly { sql: string }[]): Promise<() => Promise<void>> => {
  const { rows } = await client.query<{ off: string; on: string }>(triggersAndKeys, [tables.map(({ sql }) => sql)]);
  for (const { off } of rows) await client.query(off);
  return async () => {
    for (const { on } of rows) await client.query(on);
  };
};
