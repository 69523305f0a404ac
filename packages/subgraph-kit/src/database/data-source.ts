import { types } from "pg";
import { DataSource, DefaultNamingStrategy, TypeORMError, type EntitySchema, type Logger, type MigrationInterface } from "typeorm";
import type { Limits } from "./limits";
import { notLetIn } from "./not-usable";

export type TableClass = new () => object;
export type MigrationClass = new () => MigrationInterface;

// A day stays the text it is: read as a Date it would be local midnight, in Viet Nam the day before in UTC.
const dayType = 1082;
types.setTypeParser(dayType, text => text);

/** `foundedOn` is `founded_on`, and `vi` within `name` is `name_vi`: SQL without quotes. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined, prefixes: string[]) {
    return [...prefixes, given ?? property].join("_").replace(/[A-Z]/g, capital => `_${capital.toLowerCase()}`);
  }
}

/** Called with every statement that is sent. */
export type StatementListener = (sql: string) => void;
/** Called with the fault of every statement that failed. */
export type FaultListener = (error: unknown) => void;

class StatementLogger implements Logger {
  constructor(
    private readonly listener: StatementListener,
    private readonly onFault: FaultListener,
  ) {}
  logQuery = (sql: string) => this.listener(sql);
  logQueryError = (error: string | Error) => this.onFault(error);
  logQuerySlow = () => undefined;
  logSchemaBuild = () => undefined;
  logMigration = () => undefined;
  log = () => undefined;
}

export interface Connection {
  url: string;
  /** The role that the connections take, whatever the login may do besides. */
  role: string;
  tables: (TableClass | EntitySchema)[];
  migrations?: MigrationClass[];
  poolSize?: number;
  readOnly?: boolean;
  /** None for a command, which may take its time. */
  limits?: Limits;
  onStatement?: StatementListener;
  onFault?: FaultListener;
}

// Within the URL, since a URL's own options would replace those given beside it, and the role with them.
const withOptions = (url: string, options: string) => {
  const changed = new URL(url);
  changed.searchParams.set("options", [changed.searchParams.get("options"), options].filter(Boolean).join(" "));
  return changed.href;
};

const settingsOf = ({ role, readOnly = false, limits }: Connection): Record<string, string | number> => ({
  role,
  timezone: "Asia/Ho_Chi_Minh",
  ...(readOnly && { default_transaction_read_only: "on" }),
  // In milliseconds.
  ...(limits && { lock_timeout: limits.lockMs, statement_timeout: limits.statementMs, idle_in_transaction_session_timeout: limits.idleInTransactionMs }),
});

const patienceMs = 5000;

/** A pool of connections that act as one role. */
export const openDataSource = (connection: Connection) => {
  const { url, tables, migrations = [], poolSize = 10, limits, onStatement, onFault } = connection;
  const options = Object.entries(settingsOf(connection)).map(([name, value]) => `-c ${name}=${value}`);
  return new DataSource({
    type: "postgres",
    url: withOptions(url, options.join(" ")),
    entities: tables,
    migrations,
    migrationsTableName: "migration",
    namingStrategy: new SnakeCase(),
    poolSize,
    connectTimeoutMS: limits?.connectionMs ?? patienceMs,
    installExtensions: false,
    // TypeORM's own logger prints a failed migration's error, with the database's words, on the console.
    logger: new StatementLogger(onStatement ?? (() => undefined), onFault ?? (() => undefined)),
    ...(onStatement && { logging: ["query"] as const }),
  } as ConstructorParameters<typeof DataSource>[0])
    .initialize()
    .catch((error: Error) => {
      throw error instanceof TypeORMError ? error : notLetIn(url, error);
    });
};
