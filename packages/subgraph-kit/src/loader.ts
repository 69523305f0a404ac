import DataLoader from "dataloader";
import { In, type FindOptionsWhere } from "typeorm";
import type { RequestScope } from "./scope";

type Table<Row> = new () => Row;

/** One row by a column that identifies it; null where there is none. One statement for all that are asked together. */
export const oneBy = <Row extends object, Column extends keyof Row & string>(scope: RequestScope, table: Table<Row>, column: Column) =>
  new DataLoader<Row[Column], Row | null>(async keys => {
    const rows = await scope.read.findBy(table, { [column]: In([...keys]) } as FindOptionsWhere<Row>);
    const found = new Map(rows.map(row => [row[column], row]));
    return keys.map(key => found.get(key) ?? null);
  });

/** All rows that share a column's value, in the order given. For few rows a key; long lists are pages. */
export const manyBy = <Row extends object, Column extends keyof Row & string>(
  scope: RequestScope,
  table: Table<Row>,
  column: Column,
  compare: (a: Row, b: Row) => number,
) =>
  new DataLoader<Row[Column], Row[]>(async keys => {
    const rows = await scope.read.findBy(table, { [column]: In([...keys]) } as FindOptionsWhere<Row>);
    return keys.map(key => rows.filter(row => row[column] === key).sort(compare));
  });
