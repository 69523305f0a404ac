import { BadInput, Problem } from "@huu-nghi/service-kit";
import type { EntityManager, FindOptionsWhere } from "typeorm";

interface Versioned {
  id: string;
  version: number;
}

type Table<Row> = new () => Row;

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Changes a record whose version the author has seen, and gives it as it is then. CONFLICT, with the current version and
 * what differs, when somebody was faster; BAD_USER_INPUT when there is no such record.
 */
export const changeRow = async <Row extends Versioned>(tx: EntityManager, table: Table<Row>, { id, version }: Versioned, changes: Partial<Row>): Promise<Row> => {
  const where = { id, version } as FindOptionsWhere<Row>;
  const { affected } = await tx.update(table, where, { ...changes, version: version + 1 } as never);
  const current = await tx.findOneBy(table, { id } as FindOptionsWhere<Row>);
  if (current === null) throw new BadInput("id", `There is no ${table.name} ${id}.`);
  if (affected === 1) return current;
  const fields = Object.entries(changes).flatMap(([field, wanted]) => (same(wanted, current[field as keyof Row]) ? [] : [field]));
  throw new Problem("CONFLICT", `${table.name} ${id} was changed by somebody else: it has version ${current.version}, and you saw ${version}. Read it again, and send your change with its version.`, {
    current: current.version,
    fields,
  });
};
