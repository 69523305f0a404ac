import DataLoader from "dataloader";
import { Any, type FindOptionsWhere } from "typeorm";
import type { RequestScope } from "./scope";
import type { Sql } from "./sql";

// `any` takes the keys as one parameter, `in` as many; a statement has room for 65,535.

type Table<Row> = new () => Row;

/** One row by a column that identifies it; null where there is none. One statement for all that are asked together. */
export const oneBy = <Row extends object, Column extends keyof Row & string>(scope: RequestScope, table: Table<Row>, column: Column) =>
  new DataLoader<Row[Column], Row | null>(async keys => {
    const rows = await scope.read.findBy(table, { [column]: Any([...keys]) } as FindOptionsWhere<Row>);
    const found = new Map(rows.map(row => [row[column], row]));
    return keys.map(key => found.get(key) ?? null);
  });

/**
 * All rows that share a column's value, in the order given. For few rows a key; long lists are pages. Parts of a record are
 * read by it, so that a change that is asked for again is answered with the parts that it had.
 */
export const manyBy = <Row extends object, Column extends keyof Row & string>(
  scope: RequestScope,
  table: Table<Row>,
  column: Column,
  compare: (a: Row, b: Row) => number,
) =>
  new DataLoader<Row[Column], Row[]>(async keys => {
    const rows = await scope.read.findBy(table, { [column]: Any([...keys]) } as FindOptionsWhere<Row>);
    const found = new Map<Row[Column], Row[]>(keys.map(key => [key, []]));
    for (const row of rows) found.get(row[column])?.push(row);
    const isOfRecord = scope.read.connection.getMetadata(table).primaryColumns[0]?.propertyName === column;
    return keys.map(key => ((isOfRecord ? scope.partsThen(table, key) : undefined) ?? found.get(key)!).sort(compare));
  });

/** What is linked to each key: `query` gives `parent`, the key, and `id`, in the order wanted. For few ids a key. */
export const idsBy = (scope: RequestScope, query: (keys: string[]) => Sql) =>
  new DataLoader<string, string[]>(async keys => {
    const linked = new Map<string, string[]>(keys.map(key => [key, []]));
    for (const { parent, id } of await scope.rows<{ parent: string; id: string }>(query([...keys]))) linked.get(parent)?.push(id);
    return keys.map(key => linked.get(key)!);
  });
