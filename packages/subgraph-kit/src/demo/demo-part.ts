import type { TableClass } from "../database/data-source";
import type { DemoUnion } from "./demo-union";

/** Demo rows of one table. */
export interface DemoPart {
  table: TableClass;
  /** The SQL column whose value begins with the union's id; rows of an earlier demo are found by it. */
  key: string;
  /** The union's rows, as property values of the table's class; the same every time. */
  rows: (union: DemoUnion) => Iterable<object>;
}

export const demoPart = <Row extends object>(part: { table: new () => Row; key: string; rows: (union: DemoUnion) => Iterable<Partial<Row>> }): DemoPart => part;
