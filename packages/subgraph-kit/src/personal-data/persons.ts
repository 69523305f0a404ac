import type { EntityManager } from "typeorm";
import type { RequestScope } from "../scope";

/** What a division that keeps persons says of them. */
export interface Persons {
  type: abstract new (...args: never[]) => unknown;
  /** The unions that a person belongs to. */
  unionsOf: (scope: RequestScope, person: string) => Promise<string[]>;
  /** All ids of each that is asked for: of the record that is kept first, then of those merged into it; none of an id that nobody has. */
  idsOf: (database: Pick<EntityManager, "query">, persons: readonly string[]) => Promise<string[][]>;
}

/** All ids of a person as far as they are known here, the kept record's first. */
export const allIds = async (database: Pick<EntityManager, "query">, persons: Persons | undefined, given: readonly string[]): Promise<string[]> => [
  ...new Set([...(persons ? (await persons.idsOf(database, given)).flat() : []), ...given]),
];

/** The same, of whom no records are merged or parted until the transaction ends. */
export const holdIds = async (tx: EntityManager, persons: Persons | undefined, given: readonly string[]): Promise<string[]> => {
  if (!persons) return [...given];
  const { tableName } = tx.connection.getMetadata(persons.type);
  let held: string[] = [];
  for (;;) {
    const ids = await allIds(tx, persons, given);
    if (ids.join() === held.join()) return ids;
    held = ids;
    await tx.query(`select from "${tableName}" where id = any($1) order by id for update`, [held]);
  }
};
