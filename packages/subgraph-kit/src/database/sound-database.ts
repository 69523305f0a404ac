import type { DataSource } from "typeorm";
import type { Division } from "../division";
import { DatabaseNotUsable } from "./not-usable";

interface Setting {
  name: string;
  setting: string;
}

/** Refuses a server on which an acknowledged change can be lost: a crash there is not survived by what was answered. */
export const refuseLossyServer = async (writer: DataSource): Promise<void> => {
  const lossy = await writer.query<Setting[]>("select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name");
  if (lossy.length === 0) return;
  const names = lossy.map(({ name }) => name).join(" and ");
  throw new DatabaseNotUsable(`PostgreSQL has ${names} switched off, so that changes it has acknowledged can be lost. Switch on: ${lossy.map(({ name }) => `alter system set ${name} = on;`).join(" ")} For a trial that may lose changes, set DATABASE_MAY_LOSE_CHANGES=yes.`);
};

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
