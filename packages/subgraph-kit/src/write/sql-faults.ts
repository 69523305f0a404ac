import { BadInput, Problem } from "@huu-nghi/service-kit";
import { type DataSource, QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from "typeorm";

interface DriverError {
  code?: string;
  detail?: string;
  column?: string;
  constraint?: string;
  table?: string;
}

// country_code is the argument country, as union_id is union.
const argumentOf = (column: string) => column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/Id$|(?<=country)Code$/, "");

// "Key (association_id)=(…) is not present in table …": the column only, never the value.
const columnOf = ({ column, detail }: DriverError) => argumentOf(column ?? /^Key \((\w+)[,)]/.exec(detail ?? "")?.[1] ?? "input");

// "Key (union_id, COALESCE(country_code, ''::text))=(…) already exists": what stands before the values names the columns.
const columnsOf = ({ detail }: DriverError, ofTable: readonly string[]) => [...new Set(/^Key \((.*?)\)=\(/.exec(detail ?? "")?.[1]?.match(/\w+/g)?.filter(word => ofTable.includes(word)) ?? [])].map(argumentOf);

const words = (className: string) => className.replaceAll(/(?<!^)[A-Z]/g, capital => ` ${capital}`).toLowerCase();

/** That there can be one only: what it is, and by which arguments they are the same. */
const doubled = (error: DriverError, source: Pick<DataSource, "entityMetadatas"> | undefined): Problem => {
  const table = source?.entityMetadatas.find(({ tableName }) => tableName === error.table);
  const columns = columnsOf(error, table?.columns.map(({ databaseName }) => databaseName) ?? []);
  const fields = columns.length > 0 ? columns : [columnOf(error)];
  return new Problem("CONFLICT", `Another ${table ? words(table.name) : "record"} has the same ${fields.join(" and ")} already. Change or correct that one, or send a different ${fields.join(" or ")}.`, { fields });
};

/** Why the database cannot do now what it can do later. */
export interface Obstacle {
  what: string;
  /** In seconds. */
  retryAfter: number;
}

const conflict = { what: "Others are changing, or hold, what this needs.", retryAfter: 1 };
const away = { what: "The database does not answer.", retryAfter: 5 };
const noConnectionFree = { what: "No connection to the database is free.", retryAfter: 1 };

// By PostgreSQL's code, or the system's where there is no connection.
const obstacles: Record<string, Obstacle> = {
  ...{ "40001": conflict, "40P01": conflict, "55P03": conflict },
  "53100": { what: "The database's disk is full, so that nothing can be changed; reading goes on.", retryAfter: 60 },
  "53200": { what: "The database is out of memory.", retryAfter: 5 },
  "53300": noConnectionFree,
  "57014": { what: "The database took too long.", retryAfter: 5 },
  ...{ "08000": away, "08001": away, "08003": away, "08006": away, "25P03": away, "57P01": away, "57P02": away, "57P03": away },
  ...{ ECONNREFUSED: away, ECONNRESET: away, EPIPE: away, ETIMEDOUT: away, EHOSTUNREACH: away, ENETUNREACH: away, ENOTFOUND: away, EAI_AGAIN: away },
};

// pg says these in words only.
const noneFree = /timeout exceeded when trying to connect/;
const noConnection = /Connection terminated|connection error and is not queryable|the database system is/;

// What TypeORM says when a transaction's connection broke between two of its statements.
const broken = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];

/** PostgreSQL's code of what went wrong. */
export const codeOf = (error: unknown): string | undefined => (error as { driverError?: DriverError }).driverError?.code ?? (error as DriverError).code;

/** What of the database stands in the way, where it does so for a while only. */
export const obstacleOf = (error: unknown): Obstacle | undefined => {
  if (!(error instanceof Error)) return undefined;
  if (broken.some(kind => error instanceof kind)) return away;
  const code = codeOf(error) ?? "";
  if (Object.hasOwn(obstacles, code)) return obstacles[code];
  return noneFree.test(error.message) ? noConnectionFree : noConnection.test(error.message) ? away : undefined;
};

export const overloaded = ({ what, retryAfter }: Obstacle): Problem =>
  new Problem("OVERLOADED", `${what} Ask again later; send a change again with the same idempotency key.`, { retryAfter });

// The last line of validation stands in the database; what it refuses is told as if it had been found before.
const faults: Record<string, (error: DriverError, source?: Pick<DataSource, "entityMetadatas">) => Problem> = {
  "22021": () => new BadInput("text", "A text holds the character U+0000, which no text here can hold."),
  "23502": error => new BadInput(columnOf(error), `${columnOf(error)} is missing.`),
  "23503": error => new BadInput(columnOf(error), `${columnOf(error)} names something that does not exist, or that others still refer to.`),
  "23505": doubled,
  "23514": () => new BadInput("input", "The values do not fit together."),
  "22003": () => new BadInput("input", "A number is too large to be kept."),
  "54000": () => new BadInput("input", "A value is longer than can be kept."),
  "22P02": () => new BadInput("input", "A value is not of the kind that its field needs."),
};

/** A change that the database refused for what it says: to the client, and by which of its rules, which names nobody. */
export const refusedBySql = (error: unknown, source?: Pick<DataSource, "entityMetadatas">): { problem: Problem; rule: object } | undefined => {
  if (!(error instanceof QueryFailedError)) return undefined;
  const driver = error.driverError as DriverError;
  const problem = faults[driver.code ?? ""]?.(driver, source);
  const { code, table, column, constraint } = driver;
  return problem && { problem, rule: { sqlState: code, table, column, constraint } };
};

/** What a fault of the database is to a client; undefined for one that nobody foresaw. */
export const sqlFault = (error: unknown): Problem | undefined => {
  const refused = refusedBySql(error);
  if (refused) return refused.problem;
  const obstacle = obstacleOf(error);
  return obstacle && overloaded(obstacle);
};
