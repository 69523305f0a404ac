import type { DataSource } from "typeorm";
import type { Division } from "../division";
import { DatabaseNotUsable } from "./not-usable";

/** Refuses a database that a newer version of the division has migrated: this one does not know its tables. */
export const refuseNewerSchema = async (owner: DataSource, { name, migrations }: Division): Promise<void> => {
  const [{ exists }] = await owner.query<[{ exists: boolean }]>("select to_regclass('migration') is not null as exists");
  if (!exists) return;
  const run = await owner.query<{ name: string }[]>("select name from migration order by id");
  const known = new Set(migrations.map(each => each.name));
  const unknown = run.filter(each => !known.has(each.name)).map(each => each.name);
  if (unknown.length === 0) return;
  throw new DatabaseNotUsable(`The database of ${name} was migrated by a newer version (${unknown.join(", ")}), which this one does not know. Run the newer version, or restore a backup that this one made.`);
};
