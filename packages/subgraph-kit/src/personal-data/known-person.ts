import type { EntityManager } from "typeorm";
import type { Division } from "../division";
import { ErasedPerson } from "./erased-person";
import { placed } from "./holding";
import { allIds } from "./persons";

/** What a division knows of a person before it is told to erase anything. */
export interface KnownPerson {
  /** All ids, where the division keeps persons and has this one. */
  ids: string[];
  state: "HELD" | "ERASED" | "UNKNOWN";
}

/** Whether a division holds something of a person, in its rows or in what its history tells of rows from before. */
const isHeld = async (database: EntityManager, { personalData }: Division, ids: readonly string[]): Promise<boolean> => {
  for (const { metadata, rows, person } of await placed(database, personalData)) {
    const column = metadata.findColumnWithPropertyPath(person)!.databaseName;
    const [found] = await database.query<[{ held: boolean }]>(
      `select exists (select from unnest($1::text[]) asked (person) where exists (select from "${metadata.tableName}" held where ${rows.replaceAll("$1", "asked.person")}))
         or exists (select from history where row_type = $2 and not erased and (before ->> '${column}' = any($1) or after ->> '${column}' = any($1))) as held`,
      [ids, metadata.tableName],
    );
    if (found.held) return true;
  }
  return false;
};

export const knownPerson = async (database: EntityManager, division: Division, person: string): Promise<KnownPerson> => {
  const ids = division.persons ? (await division.persons.idsOf(database, [person]))[0]! : [];
  const all = await allIds(database, division.persons, [person]);
  const erased = await database.createQueryBuilder(ErasedPerson, "gone").where("gone.person_id = any(:all)", { all }).getCount();
  if (erased === all.length) return { ids, state: "ERASED" };
  if (await isHeld(database, division, all)) return { ids, state: "HELD" };
  return { ids, state: erased > 0 ? "ERASED" : "UNKNOWN" };
};
