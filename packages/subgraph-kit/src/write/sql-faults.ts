import { BadInput, Problem } from "@huu-nghi/service-kit";
import { QueryFailedError } from "typeorm";

interface DriverError {
  code?: string;
  detail?: string;
  column?: string;
  constraint?: string;
  table?: string;
}

const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

// "Key (association_id)=(…) is not present in table …": the column only, never the value.
const columnOf = ({ column, detail, constraint }: DriverError) => camel(column ?? /^Key \((\w+)[,)]/.exec(detail ?? "")?.[1] ?? constraint ?? "input").replace(/Id$/, "");

const again = "Send it again, with the same idempotency key.";

// The last line of validation stands in the database; what it refuses is told as if it had been found before.
const faults: Record<string, (error: DriverError) => Problem> = {
  "22021": () => new BadInput("text", "A text holds the character U+0000, which no text here can hold."),
  "23502": error => new BadInput(columnOf(error), `${columnOf(error)} is missing.`),
  "23503": error => new BadInput(columnOf(error), `${columnOf(error)} names something that does not exist, or that others still refer to.`),
  "23505": error => new Problem("CONFLICT", `There is one with this ${columnOf(error)} already.`, { fields: [columnOf(error)] }),
  "23514": error => new BadInput(columnOf(error), `The values do not fit together: ${error.constraint ?? "a rule of the table"} is not kept.`),
  "22003": () => new BadInput("input", "A number is too large to be kept."),
  "22P02": () => new BadInput("input", "A value is not of the kind that its field needs."),
  "53100": () => new Problem("OVERLOADED", `The database has no room left, so that nothing can be changed; reading goes on. ${again}`, { retryAfter: 60 }),
  "53200": () => new Problem("OVERLOADED", `The database is out of memory. ${again}`, { retryAfter: 5 }),
  "53300": () => new Problem("OVERLOADED", `The database has no connection free. ${again}`, { retryAfter: 1 }),
  "55P03": () => new Problem("OVERLOADED", `Others hold what this needs. ${again}`, { retryAfter: 1 }),
  "57014": () => new Problem("OVERLOADED", `The database took too long. ${again}`, { retryAfter: 1 }),
};

// pg says this in words only.
const noConnection = /timeout exceeded when trying to connect|Connection terminated|ECONNREFUSED|the database system is/;

/** What a fault of the database is to a client; undefined for one that nobody foresaw. */
export const sqlFault = (error: unknown): Problem | undefined => {
  if (error instanceof QueryFailedError) {
    const driver = error.driverError as DriverError;
    const fault = faults[driver.code ?? ""]?.(driver);
    if (fault) return fault;
  }
  return error instanceof Error && noConnection.test(error.message) ? new Problem("OVERLOADED", `The database does not answer now. ${again}`, { retryAfter: 1 }) : undefined;
};
