import type { EntityManager, FindOptionsWhere, ObjectLiteral } from "typeorm";

type Table<Row> = new () => Row;

/**
 * Makes the parts of a record, such as an event's organisers, those that are wanted: what is the same stays as it is, so
 * that history tells only what changed. After `changeRow`, which keeps others away from the record meanwhile.
 */
export const changeParts = async <Part extends ObjectLiteral>(tx: EntityManager, table: Table<Part>, of: Partial<Part>, wanted: readonly Partial<Part>[]): Promise<void> => {
  const { primaryColumns, columns } = tx.connection.getMetadata(table);
  const identity = (part: Partial<Part>) => Object.fromEntries(primaryColumns.map(column => [column.propertyName, column.getEntityValue(part) as unknown])) as FindOptionsWhere<Part>;
  const keyOf = (part: Partial<Part>) => JSON.stringify(identity(part));
  const textOf = (part: Partial<Part>) => JSON.stringify(columns.map(column => column.getEntityValue(part) ?? null));
  const present = new Map((await tx.findBy(table, of as FindOptionsWhere<Part>)).map(part => [keyOf(part), part]));
  const kept = new Set(wanted.map(keyOf));
  for (const [key, part] of present) if (!kept.has(key)) await tx.delete(table, identity(part));
  const changed = wanted.filter(part => present.has(keyOf(part)) && textOf(present.get(keyOf(part))!) !== textOf(part));
  // Two shares that change places may be more than the whole between the two statements.
  if (changed.length > 0) await tx.query("set constraints all deferred");
  for (const part of changed) await tx.update(table, identity(part), part as never);
  const added = wanted.filter(part => !present.has(keyOf(part)));
  if (added.length > 0) await tx.insert(table, added as never);
};
