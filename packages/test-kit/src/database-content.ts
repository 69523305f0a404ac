import { withClient } from "./test-server";

/** All that is in a database, by other means than a backup's: rows, sequences, constraints, triggers, rights, migrations. */
export const databaseContent = (url: string) =>
  withClient(url, async client => {
    const rowsIn = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;
    const tables = await rowsIn<{ sql: string }>("select format('%I', tablename) as sql from pg_tables where schemaname = 'public' and tablename <> 'migration' order by 1");
    const sequences = await rowsIn<{ sql: string }>("select oid::regclass::text as sql from pg_class where relkind = 'S' and relname <> 'migration_id_seq' order by 1");
    const rowsOf: Record<string, unknown> = {};
    for (const { sql } of tables) rowsOf[sql] = (await rowsIn(`select count(*), md5(string_agg(each::text, '|' order by each::text collate "C")) from ${sql} each`))[0];
    for (const { sql } of sequences) rowsOf[sql] = (await rowsIn(`select last_value, is_called from ${sql}`))[0];
    const described = await rowsIn(
      `select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where connamespace = 'public'::regnamespace and contype <> 't'
       union all select tgrelid::regclass::text, tgname, tgenabled::text || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
       union all select oid::regclass::text, 'rights', relacl::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')
       union all select 'migration', name, '' from migration order by 1, 2, 3`,
    );
    return { rowsOf, described };
  });

/** All rows of all tables as one text, to look for what should not be there. */
export const databaseText = (url: string) =>
  withClient(url, async client => {
    const { rows: tables } = await client.query<{ sql: string }>("select format('%I', tablename) as sql from pg_tables where schemaname = 'public'");
    const texts: string[] = [];
    for (const { sql } of tables) texts.push((await client.query<{ text: string | null }>(`select string_agg(each::text, e'\n') as text from ${sql} each`)).rows[0]!.text ?? "");
    return texts.join("\n");
  });
