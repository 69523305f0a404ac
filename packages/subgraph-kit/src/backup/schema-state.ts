import { OperatorFault } from "@huu-nghi/service-kit";
import type { ClientBase } from "pg";
import { MigrationExecutor, type DataSource, type QueryRunner } from "typeorm";
import { afterMigrations } from "../database/migrate";
import type { Division } from "../division";

/** The migrations that were run on this database, in their order. */
export const migrationsRun = async (client: ClientBase): Promise<string[]> => {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('public.migration') is not null as there");
  if (!rows[0]?.there) return [];
  return (await client.query<{ name: string }>("select name from public.migration order by id")).rows.map(({ name }) => name);
};

/** What is told of a schema that is newer than the program. */
export const refuseUnknown = ({ name, migrations }: Division, run: readonly string[], where: string) => {
  const known = new Set(migrations.map(each => each.name));
  const unknown = run.filter(each => !known.has(each));
  if (unknown.length === 0) return;
  throw new OperatorFault(`${where} has migrations of ${name} that this program does not know: ${unknown.join(", ")}. Take the version of the program that made them, or a later one.`);
};

/**
 * The schema of a database, and how it gets from one version to another within one transaction: by the division's
 * own migrations, each followed by what its commit would have checked.
 */
export class SchemaState {
  readonly #executor: MigrationExecutor;

  constructor(
    private readonly division: Division,
    owner: DataSource,
    private readonly runner: QueryRunner,
    private readonly client: ClientBase,
  ) {
    this.#executor = new MigrationExecutor(owner, runner);
  }

  /** Exactly these migrations, and no later one. Rows do not survive it when the database is further than that. */
  async bringTo(wanted: readonly string[]): Promise<void> {
    const run = await migrationsRun(this.client);
    if (run.some(name => !wanted.includes(name))) await this.dropAll();
    await this.runPending(wanted);
  }

  bringToNewest = (): Promise<void> => this.runPending(this.division.migrations.map(({ name }) => name));

  private async runPending(wanted: readonly string[]): Promise<void> {
    for (const migration of await this.#executor.getPendingMigrations()) {
      if (!wanted.includes(migration.name)) continue;
      await this.#executor.executeMigration(migration);
      await this.settle();
    }
    await afterMigrations(this.runner.manager, this.division.name);
    await this.settle();
  }

  /** What a commit would do: deferred constraints are checked, and are deferred again. */
  private async settle(): Promise<void> {
    await this.client.query("set constraints all immediate");
    const { rows } = await this.client.query<{ names: string | null }>(
      "select string_agg(distinct format('%I.%I', nspname, conname), ', ') as names from pg_constraint join pg_namespace on pg_namespace.oid = connamespace where condeferred",
    );
    if (rows[0]?.names) await this.client.query(`set constraints ${rows[0].names} deferred`);
  }

  /** All that the owner made in the schema, and nothing of anybody else's: what others hung on it stops it. */
  private async dropAll(): Promise<void> {
    for (const found of whatToDrop) {
      const { rows } = await this.client.query<{ statement: string }>(found);
      for (const { statement } of rows) await this.client.query(statement).catch(this.stoppedByOthers);
    }
  }

  private readonly stoppedByOthers = (error: Error & { code?: string; detail?: string }): never => {
    if (error.code !== dependentObjects) throw error;
    throw new OperatorFault(`The schema of ${this.division.name} cannot be made anew, since something else depends on it: ${error.detail}. Drop that first, and make it again afterwards.`);
  };
}

const dependentObjects = "2BP01";

const owned = (catalog: string, prefix: string) => `
  ${prefix}namespace = 'public'::regnamespace and pg_has_role(${prefix}owner, 'USAGE')
  and not exists (select from pg_depend where classid = '${catalog}'::regclass and objid = ${catalog}.oid and deptype in ('e', 'i'))`;
const ownedTypes = `from pg_type where typtype in ('d', 'e', 'c') and typrelid = 0 and ${owned("pg_type", "typ")}`;
const dropping = (word: string, from: string) => `select 'drop ${word} ' || string_agg(name, ', ') as statement from (${from}) found having count(*) > 0`;
const relations = (kinds: string) => `select oid::regclass::text as name from pg_class where relkind in (${kinds}) and not relispartition and ${owned("pg_class", "rel")}`;

// In an order in which nothing is left that needs what goes. A domain may check by a function, and a function take a domain.
const whatToDrop = [
  dropping("materialized view", relations("'m'")),
  dropping("view", relations("'v'")),
  dropping("table", relations("'r', 'p'")),
  dropping("sequence", relations("'S'")),
  `select format('alter domain %s drop constraint %I', contypid::regtype, conname) as statement from pg_constraint where contypid in (select oid ${ownedTypes})`,
  dropping("routine", `select oid::regprocedure::text as name from pg_proc where ${owned("pg_proc", "pro")}`),
  dropping("domain", `select oid::regtype::text as name ${ownedTypes} and typtype = 'd'`),
  dropping("type", `select oid::regtype::text as name ${ownedTypes} and typtype <> 'd'`),
];
