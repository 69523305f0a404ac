import pino, { type Logger } from "pino";
import { describeError, isError } from "./described-error";
import { maskText } from "./mask-text";

export type Log = Logger;

/** Where the lines of a log go; each ends with a line break. */
export interface LogDestination {
  write: (line: string) => void;
}

const secretNames = ["authorization", "cookie", "set-cookie", "password", "secret", "token", "x-huu-nghi-viewer", "x-huu-nghi-signature"];
const censor = "[censored]";

const deepest = 4;
const isPlain = (value: object) => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const toldUnder = (name: string, value: unknown, depth: number): unknown => {
  if (secretNames.includes(name.toLowerCase())) return censor;
  // Whatever was thrown comes under this name, also where it is no error.
  return name === "err" ? describeError(value) : told(value, depth);
};

/** What of a value goes into a line: errors as far as they may be told, no object that has a life of its own. */
const told = (value: unknown, depth = 0): unknown => {
  if (isError(value)) return describeError(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (depth === deepest || !(Array.isArray(value) || isPlain(value))) return `[${value.constructor?.name ?? "Object"}]`;
  if (Array.isArray(value)) return value.map(each => told(each, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toldUnder(key, each, depth + 1)]));
};

/**
 * A structured log, one JSON object a line; `process` says which part of the system speaks. A careless call does not
 * bring tokens, keys, SQL or a person's data into it: errors are told by `describeError` wherever they stand, names of
 * secrets are censored, and what looks like a token or a URL's login is taken out of the written line. A text that a
 * call passes on purpose is written as it is; the tests' log is searched for what must not be there.
 */
export const createLog = (name: string, level: string, destination: LogDestination = pino.destination(1)): Log =>
  pino(
    {
      base: { process: name },
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      // In the place of pino's own, which keeps an error's words.
      serializers: { err: (value: unknown) => (isError(value) ? describeError(value) : value) },
      // For what a child log adds to each line; all else passes `told`.
      redact: { paths: secretNames.map(name => `["${name}"]`), censor },
      hooks: {
        logMethod(given, method) {
          const [first, ...rest] = given as [unknown, ...unknown[]];
          const [subject, ...others] = isError(first) ? [{ err: first }, ...rest] : [first, ...rest];
          method.apply(this, [told(subject), ...others.map(other => told(other))] as Parameters<typeof method>);
        },
        streamWrite: maskText,
      },
    },
    destination,
  );
