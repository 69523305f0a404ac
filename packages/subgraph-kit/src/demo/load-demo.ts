import type { DataSource, EntityManager, EntityMetadata } from "typeorm";
import type { DatabaseUrls } from "../config";
import { asOwner } from "../database/migrate";
import type { Division } from "../division";
import type { DemoPart } from "./demo-part";
import { demoRows, demoUnions } from "./demo-union";

const batchSize = 2000;
const demoLock = 20_261_124;

/** Flattens `{ name: { vi } }` to the columns that it stands in. */
const columnValues = (metadata: EntityMetadata, row: object) =>
  Object.fromEntries(metadata.columns.map(column => [column.databaseName, column.getEntityValue(row) ?? null]));

const insertBatch = (manager: EntityManager, metadata: EntityMetadata, batch: object[]) => {
  const columns = metadata.columns.filter(column => batch.some(row => column.getEntityValue(row) !== undefined)).map(column => `"${column.databaseName}"`).join(", ");
  const rows = JSON.stringify(batch.map(row => columnValues(metadata, row)));
  return manager.query(`insert into ${metadata.tableName} (${columns}) select ${columns} from json_populate_recordset(null::${metadata.tableName}, $1)`, [rows]);
};

/**
 * Replaces all demo unions by `scale` new ones, in one transaction. Returns how many rows were written. As the owner, for
 * whom alone no history is kept of a demo.
 */
export const loadDemo = (division: Division, { owner }: Pick<DatabaseUrls, "owner">, scale: number, onProgress: (rows: number, table: string) => void): Promise<number> =>
  asOwner(division, owner, source => replaceDemo(division, source, scale, onProgress));

const replaceDemo = (division: Division, owner: DataSource, scale: number, onProgress: (rows: number, table: string) => void): Promise<number> =>
  owner.transaction(async manager => {
    await manager.query("select pg_advisory_xact_lock($1), set_config('huu_nghi.action', 'demo', true)", [demoLock]);
    const tableOf = ({ table }: DemoPart) => manager.connection.getMetadata(table);
    for (const part of [...division.demo].reverse()) await manager.query(`delete from ${tableOf(part).tableName} where ${demoRows(part.key)}`);
    let written = 0;
    for (const part of division.demo) {
      const metadata = tableOf(part);
      let batch: object[] = [];
      const flush = async () => {
        if (batch.length === 0) return;
        await insertBatch(manager, metadata, batch);
        written += batch.length;
        batch = [];
        onProgress(written, metadata.tableName);
      };
      for (const union of demoUnions(scale)) {
        for (const row of part.rows(union)) {
          batch.push(row);
          if (batch.length >= batchSize) await flush();
        }
      }
      await flush();
    }
    return written;
  });

export const countDemo = (division: Division, scale: number) =>
  division.demo.reduce((sum, part) => sum + demoUnions(scale).reduce((rows, union) => rows + [...part.rows(union)].length, 0), 0);
