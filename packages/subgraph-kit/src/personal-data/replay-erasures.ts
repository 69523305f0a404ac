import type { ClientBase } from "pg";
import type { EntityManager } from "typeorm";
import type { Division } from "../division";
import { eraseAs } from "./commands";
import { erasedPersons } from "./erasures-file";

/** Who was erased until now: by the list outside the databases, and by this one before it is replaced. */
export const erasedUntilNow = async (file: string | null | undefined, client: ClientBase): Promise<string[]> => {
  const listed = file ? await erasedPersons(file) : [];
  const { rows: tables } = await client.query<{ there: boolean }>("select to_regclass('public.erased_person') is not null as there");
  const { rows } = tables[0]?.there ? await client.query<{ id: string }>("select person_id as id from erased_person") : { rows: [] };
  return [...new Set([...listed, ...rows.map(({ id }) => id)])];
};

/** Makes what a backup brought back forget those who were erased since, before anybody can see it. */
export const replayErasures = async (division: Division, tx: EntityManager, persons: readonly string[]): Promise<void> => {
  for (const person of persons) await eraseAs(tx, division, [person], { actor: "npm run restore", reason: "Erased since the backup was made" });
};
