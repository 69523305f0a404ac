import { BadInput, Problem } from "@huu-nghi/service-kit";
import type { EntityManager, FindOptionsWhere } from "typeorm";
import { partName } from "./part";

interface Versioned {
  id: string;
  version: number;
}

type Table<Row> = new () => Row;

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Throws where a record would not be in order as the change makes it. */
type Rule<Row> = (after: Row, before: Row) => void;

/** Which parts of a record were changed after the version that somebody saw; in history a version comes before its parts. */
const partsChangedSince = async (tx: EntityManager, type: string, { id, version }: Versioned): Promise<string[]> => {
  const rows = await tx.query<{ table: string }[]>(
    `select distinct row_type as table from history where record_type = $1 and record_id = $2 and row_type <> record_type
       and number > (select min(number) from history where record_type = $1 and record_id = $2 and row_type = record_type and (after ->> 'version')::int > $3)`,
    [type, id, version],
  );
  const changed = new Set(rows.map(({ table }) => table));
  return tx.connection.entityMetadatas.filter(({ tableName }) => changed.has(tableName)).map(partName).sort();
};

/**
 * Changes a record whose version the author has seen, and gives it as it is then. CONFLICT, with the current version and
 * what differs, its parts too, when somebody was faster; BAD_USER_INPUT when there is no such record. A rule is asked in between: about
 * the version that was seen, and before the database's own checks, which know no argument. What changes
 * nothing is refused, unless parts of the record are given, which are looked at afterwards.
 */
export const changeRow = async <Row extends Versioned>(tx: EntityManager, table: Table<Row>, { id, version }: Versioned, changes: Partial<Row>, rule?: Rule<Row>, withParts = false): Promise<Row> => {
  const where = { id } as FindOptionsWhere<Row>;
  const before = await tx.findOne(table, { where, lock: { mode: "for_no_key_update" } });
  if (before === null) throw new BadInput("id", `There is no ${table.name} ${id}.`);
  if (before.version !== version) {
    const fields = Object.entries(changes).flatMap(([field, wanted]) => (same(wanted, before[field as keyof Row]) ? [] : [field]));
    throw new Problem("CONFLICT", `${table.name} ${id} was changed by somebody else: it has version ${before.version}, and you saw ${version}. Read it again, and send your change with its version.`, {
      current: before.version,
      fields: [...fields, ...(await partsChangedSince(tx, tx.connection.getMetadata(table).tableName, { id, version }))],
    });
  }
  rule?.({ ...before, ...changes }, before);
  const isSaid = Object.entries(changes).every(([field, wanted]) => same(wanted, before[field as keyof Row]));
  if (isSaid && !withParts) throw new BadInput("input", `Nothing would change: ${table.name} ${id} says so already.`);
  await tx.update(table, where, { ...changes, version: version + 1 } as never);
  return tx.findOneByOrFail(table, where);
};
