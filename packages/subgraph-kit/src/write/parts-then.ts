import type { EntityManager, EntityMetadata } from "typeorm";
import { keyOf } from "./history-triggers";

type Table<Row> = new () => Row;

/** The parts of one record as they were when it had an earlier version, by their tables. */
export interface PartsThen {
  recordId: unknown;
  byTable: ReadonlyMap<unknown, readonly object[]>;
}

/** A row of SQL as its class has it. */
export const entityOf = <Row extends object>(manager: EntityManager, { target, columns }: EntityMetadata, row: Record<string, unknown>): Row => {
  const made = manager.create(target as Table<Row>);
  for (const column of columns) column.setEntityValue(made, row[column.databaseName]);
  return made;
};

// In history a version comes before its parts: those of this one end where the next one begins.
const partsOf = ({ tableName, primaryColumns }: EntityMetadata) => `
  select was.* from (
    select distinct on (key) after from (
      select number, after, ${keyOf("coalesce(after, before)", primaryColumns.map(({ databaseName }) => databaseName))} as key from history
      where record_type = $1 and record_id = $2 and row_type = '${tableName}' and num_nonnulls(before, after) > 0
        and number < all (select number from history where record_type = $1 and record_id = $2 and row_type = record_type and (after ->> 'version')::int > $3)
    ) entry order by key, number desc
  ) last cross join lateral jsonb_populate_record(null::"${tableName}", last.after) was where last.after is not null`;

/** What the parts of a record were at a version of it, by its history; tables of which history knows no part are left out. */
export const partsThen = async <Row extends object>(manager: EntityManager, table: Table<Row>, record: Row): Promise<PartsThen | undefined> => {
  const { id, version } = record as { id?: unknown; version?: unknown };
  if (id === undefined || version === undefined) return undefined;
  const of = manager.connection.getMetadata(table).tableName;
  const known = await manager.query<{ name: string }[]>("select distinct row_type as name from history where record_type = $1 and record_id = $2 and row_type <> record_type", [of, id]);
  const byTable = new Map<unknown, object[]>();
  for (const metadata of manager.connection.entityMetadatas.filter(({ tableName }) => known.some(({ name }) => name === tableName))) {
    const rows = await manager.query<Record<string, unknown>[]>(partsOf(metadata), [of, id, version]);
    byTable.set(metadata.target, rows.map(row => entityOf(manager, metadata, row)));
  }
  return { recordId: id, byTable };
};
