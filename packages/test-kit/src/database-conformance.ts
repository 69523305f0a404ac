import { logTables, openDatabase, rolesOf, type Division } from "@huu-nghi/subgraph-kit";
import { testDatabase } from "./test-database";
import { withClient } from "./test-server";

// What guards the rows stands in SQL only: a service reads columns, and needs no twin of a check or an index.
const isGuard = (statement: string) => /^DROP INDEX |^ALTER TABLE \S+ DROP CONSTRAINT (?!"PK_)/.test(statement);

/** What would have to be changed for the migrated tables to be those that the entities describe. */
export const differencesFromMigrations = async (division: Division): Promise<string[]> => {
  await using test = await testDatabase(division);
  const database = await openDatabase(division, test.urls);
  try {
    const { upQueries } = await database.writer.driver.createSchemaBuilder().log();
    const described = [...database.writer.entityMetadatas.map(({ tableName }) => tableName), "migration"];
    const tables = await database.reader.query<{ name: string }[]>("select tablename as name from pg_tables where schemaname = 'public' order by 1");
    const undescribed = tables.filter(({ name }) => !described.includes(name)).map(({ name }) => `no entity describes the table ${name}`);
    return [...upQueries.map(({ query }) => query).filter(query => !isGuard(query)), ...undescribed];
  } finally {
    await database.close();
  }
};

interface Rights {
  name: string;
  readable: boolean;
  rights: string[];
}

/** Tables that the reader cannot select from, and rights that it has besides. */
export const writableByReader = async (division: Division): Promise<string[]> => {
  await using test = await testDatabase(division);
  const tables = await withClient(test.urls.owner, async client => {
    const { rows } = await client.query<Rights>(
      `select relname as name, has_table_privilege($1, oid, 'select') as readable,
         array(select right_name from unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) right_name
           where has_table_privilege($1, pg_class.oid, right_name)) as rights
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') order by 1`,
      [rolesOf(division.name).reader],
    );
    return rows;
  });
  return tables.flatMap(({ name, readable, rights }) => [
    ...(readable ? [] : [`${name}: cannot be read`]),
    ...rights.map(right => `${name}: the reader has the right to ${right}`),
  ]);
};

/** Tables whose rows can be changed without anybody writing it down; or whose version does not count the changes. */
export const withoutHistory = async (division: Division): Promise<string[]> => {
  await using test = await testDatabase(division);
  return await withClient(test.urls.owner, async client => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all ($1) and (
         not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = relname || '_history')
         or (exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'version')
           and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = relname || '_version'))) order by 1`,
      [logTables],
    );
    return rows.map(({ name }) => name);
  });
};
