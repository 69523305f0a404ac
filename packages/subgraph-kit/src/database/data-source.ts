import { types } from "pg";
import { DataSource, DefaultNamingStrategy, TypeORMError, type EntitySchema, type Logger, type MigrationInterface } from "typeorm";
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

class StatementLogger implements Logger {
  constructor(private readonly listener: StatementListener) {}
  logQuery = (sql: string) => this.listener(sql);
  logQueryError = () => undefined;
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
  onStatement?: StatementListener;
}

// Within the URL, since a URL's own options would replace those given beside it, and the role with them.
const withOptions = (url: string, options: string) => {
  const changed = new URL(url);
  changed.searchParams.set("options", [changed.searchParams.get("options"), options].filter(Boolean).join(" "));
  return changed.href;
};

/** A pool of connections that act as one role. */
export const openDataSource = ({ url, role, tables, migrations = [], poolSize = 10, readOnly = false, onStatement }: Connection) =>
  new DataSource({
    type: "postgres",
    url: withOptions(url, `-c role=${role}${readOnly ? " -c default_transaction_read_only=on" : ""} -c timezone=Asia/Ho_Chi_Minh`),
    entities: tables,
    migrations,
    migrationsTableName: "migration",
    namingStrategy: new SnakeCase(),
    poolSize,
    connectTimeoutMS: 5000,
    installExtensions: false,
    // TypeORM's own logger prints a failed migration's error, with the database's words, on the console.
    logger: new StatementLogger(onStatement ?? (() => undefined)),
    ...(onStatement && { logging: ["query"] as const }),
  } as ConstructorParameters<typeof DataSource>[0])
    .initialize()
    .catch((error: Error) => {
      throw error instanceof TypeORMError ? error : notLetIn(url, error);
    });
