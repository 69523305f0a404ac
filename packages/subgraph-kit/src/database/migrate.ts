import type { Log } from "@huu-nghi/service-kit";
import type { DataSource, EntityManager } from "typeorm";
import { sqlName, type DatabaseUrls } from "../config";
import type { Division } from "../division";
import { keepHistories } from "../write/keep-histories";
import { openDataSource } from "./data-source";
import { refuseNewerSchema } from "./sound-database";
import { makeDatabase, prepareRoles, rolesOf, withClient } from "./roles";

// Any number that nobody else takes; it is the same for each database, and advisory locks are per database.
export const migrationLock = 20_261_122;
// Held by the session that changes the tables: that of a killed process may live on, and end what it was at.
const sessionLock = migrationLock + 1;

/** Runs `work` while no other process runs it on this database: five replicas that start together migrate once. */
const alone = <T>(url: string, work: () => Promise<T>) =>
  withClient(url, async client => {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    return work();
  });

/** Lets `work` act as the owner of the tables, over one connection. */
export const asOwner = async <T>(division: Division, url: string, work: (owner: DataSource) => Promise<T>): Promise<T> => {
  const { tables, migrations, name } = division;
  const owner = await openDataSource({ url, role: rolesOf(name).owner, tables, migrations, poolSize: 1 });
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
};

/** What follows on migrations, whichever they were, in a transaction; returns what was found amiss. */
export const afterMigrations = async (owner: Pick<EntityManager, "query">, division: string): Promise<string[]> => {
  // After all of them, so that a table of any migration has its history kept without saying so.
  const alarms = await keepHistories(owner);
  // By the default rights the writer could rewrite what was run.
  await owner.query(`revoke insert, update, delete on migration from "${rolesOf(division).writer}"`);
  return alarms;
};

/** Brings the database to the state that this version of the division expects; returns what was run. */
export const migrate = async (division: Division, urls: DatabaseUrls, serverUrl: string | null, log: Log): Promise<string[]> => {
  if (serverUrl) await makeDatabase(serverUrl, sqlName(division.name));
  return alone(urls.owner, async () => {
    await prepareRoles(division.name, urls);
    return asOwner(division, urls.owner, async owner => {
      // The owner has one connection, so that all that follows is in this session.
      await owner.query("select pg_advisory_lock($1)", [sessionLock]);
      await refuseNewerSchema(owner, division);
      const run = await owner.runMigrations({ transaction: "each" });
      for (const alarm of await owner.transaction(tx => afterMigrations(tx, division.name))) log.error({ alarm }, "history was not kept");
      for (const { name } of run) log.info({ migration: name }, "migrated");
      return run.map(({ name }) => name);
    });
  });
};

/** Tells the planner how many rows there are after many were written; only a table's owner may. */
export const analyze = (division: Division, { owner }: DatabaseUrls): Promise<void> =>
  asOwner(division, owner, async owner => void (await owner.query(`analyze ${owner.entityMetadatas.map(({ tableName }) => tableName).join(", ")}`)));
