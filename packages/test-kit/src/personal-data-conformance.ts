import { masksOf, openDatabase, unsaidColumns, type Division } from "@huu-nghi/subgraph-kit";
import { testDatabase } from "./test-database";

// The list of who was erased is what the rule is about.
const exempt = ["erased_person"];

/**
 * Columns that hold a person's id, by a foreign key or by their name, in tables whose domain says nothing of an erasure;
 * and other columns of such tables, and ones of personal data, of which nobody has said what becomes of them.
 */
export const undeclaredPersonalData = async (division: Division): Promise<string[]> => {
  await using test = await testDatabase(division);
  const { reader, close } = await openDatabase(division, test.urls);
  try {
    const found = await reader.query<{ table: string; column: string }[]>(
      `select relname as table, attname as column from pg_attribute join pg_class on pg_class.oid = attrelid
       where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped and relname <> all ($1) and (
         attname ~ '(^|_)person_id$' or exists (select from pg_constraint where contype = 'f' and conrelid = pg_class.oid and conkey = array[attnum] and confrelid = to_regclass('public.person')))
       order by 1, 2`,
      [exempt],
    );
    const declared = division.personalData.map(held => ({ held, metadata: reader.getMetadata(held.table) }));
    const isDeclared = (table: string, column: string) =>
      declared.some(
        ({ held: { person, keeps, erased }, metadata }) =>
          metadata.tableName === table && [person, ...keeps, ...Object.keys(erased)].some(property => metadata.findColumnWithPropertyName(property)?.databaseName === column),
      );
    const sensitive = reader.entityMetadatas.flatMap(({ target, tableName }) => (masksOf(target).length > 0 && !declared.some(({ metadata }) => metadata.target === target) ? [tableName] : []));
    return [
      ...found.filter(({ table, column }) => !isDeclared(table, column)).map(({ table, column }) => `${table}.${column}: no domain says that it holds something of persons`),
      ...sensitive.map(table => `${table}: has personal data, and no domain says whose`),
      ...declared.flatMap(({ held, metadata }) => unsaidColumns(held, metadata).map(column => `${metadata.tableName}.${column}: is neither emptied nor kept by an erasure`)),
      ...declared.flatMap(({ held, metadata }) => masksOf(metadata.target).filter(property => held.erased !== "row" && !(property in held.erased)).map(property => `${metadata.tableName}.${property}: is personal data, and an erasure keeps it`)),
    ];
  } finally {
    await close();
  }
};
