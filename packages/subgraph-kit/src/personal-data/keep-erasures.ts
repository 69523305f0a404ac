import type { Log } from "@huu-nghi/service-kit";
import type { DataSource } from "typeorm";
import { completeErasures, noteErasure } from "./erasures-file";
import { allIds, type Persons } from "./persons";

export const erasedHere = async (database: Pick<DataSource, "query">, persons: Persons | undefined): Promise<string[]> => {
  const rows = await database.query<{ id: string }[]>("select person_id as id from erased_person order by erased_at, person_id");
  return allIds(database, persons, rows.map(({ id }) => id));
};

/** The list of who was erased, beside a process that serves: made whole at its start, and added to before a change is final. */
export const keepErasures = async (file: string | null, database: Pick<DataSource, "query">, persons: Persons | undefined, log: Log): Promise<{ note: (persons: readonly string[]) => Promise<void> }> => {
  if (file === null) {
    log.warn("no list of erased persons is kept: a backup that is restored would bring them back. Set ERASURES_FILE");
    return { note: () => Promise.resolve() };
  }
  await completeErasures(file, await erasedHere(database, persons));
  return { note: persons => noteErasure(file, persons) };
};
