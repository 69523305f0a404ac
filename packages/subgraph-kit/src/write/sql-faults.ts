import { BadInput, Problem } from "@huu-nghi/service-kit";
import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from "typeorm";

interface DriverError {
  code?: string;
  detail?: string;
  column?: string;
  constraint?: string;
  table?: string;
}

const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

// "Key (association_id)=(…) is not present in table …": the column only, never the value.
const columnOf = ({ column, detail }: DriverError) => camel(column ?? /^Key \((\w+)[,)]/.exec(detail ?? "")?.[1] ?? "input").replace(/Id$/, "");

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
const faults: Record<string, (error: DriverError) => Problem> = {
  "22021": () => new BadInput("text", "A text holds the character U+0000, which no text here can hold."),
  "23502": error => new BadInput(columnOf(error), `${columnOf(error)} is missing.`),
  "23503": error => new BadInput(columnOf(error), `${columnOf(error)} names something that does not exist, or that others still refer to.`),
  "23505": error => new Problem("CONFLICT", `There is one with this ${columnOf(error)} already.`, { fields: [columnOf(error)] }),
  "23514": () => new BadInput("input", "The values do not fit together."),
  "22003": () => new BadInput("input", "A number is too large to be kept."),
  "54000": () => new BadInput("input", "A value is longer than can be kept."),
  "22P02": () => new BadInput("input", "A value is not of the kind that its field needs."),
};

/** What a fault of the database is to a client; undefined for one that nobody foresaw. */
export const sqlFault = (error: unknown): Problem | undefined => {
  if (error instanceof QueryFailedError) {
    const driver = error.driverError as DriverError;
    const fault = faults[driver.code ?? ""]?.(driver);
    if (fault) return fault;
  }
  const obstacle = obstacleOf(error);
  return obstacle && overloaded(obstacle);
};
