import type { EntityManager } from "typeorm";
import type { PersonMergeRow } from "./person-merge";

/** A row that a merge changed or took out, as it was before. */
export type MergeRow = Omit<PersonMergeRow, "mergeId">;

type Row = Record<string, unknown>;

export const joined = (rowType: string, id: string, before: Row, mark: number): MergeRow => ({ rowType, rowKey: JSON.stringify({ id }), what: "JOINED", before, mark: String(mark) });

export const removed = (rowType: string, key: Row, before: Row): MergeRow => ({ rowType, rowKey: JSON.stringify(key), what: "REMOVED", before, mark: "" });

/** Takes a row out, and gives what it was. */
export const takeOut = async (tx: EntityManager, table: string, id: string): Promise<Row> => {
  const [[{ row }]] = await tx.query<[[{ row: Row }]]>(`delete from ${table} gone where id = $1 returning to_jsonb(gone) as row`, [id]);
  return row;
};

/** SQL of the earlier beginning of two rows, the one that says its day over one that says its year. */
export const earlierSince = (one: string, other: string) =>
  `(select since from (values (${one}.since), (${other}.since)) given (since) order by partial_start(since), partial_end(since) limit 1)`;
