import { OperatorFault } from "./config";
import { describeError, isError } from "./described-error";
import type { RunningService } from "./http";
import type { Log } from "./log";
import { maskText } from "./mask-text";

const repeatedSignalMs = 1000;

// A database's error quotes values of a row, and its statement; a parser's quotes what it read, which may be a key file.
const quotesData = (error: Error) => "sqlState" in describeError(error) || "query" in error || error.name === "SyntaxError";

const withoutTexts = (error: Error): string => {
  const { type, at = [], ...rest } = describeError(error);
  return [`${type} ${JSON.stringify({ ...rest, cause: undefined })}`, ...at.map(place => `    at ${place}`)].join("\n");
};
const withTexts = ({ stack, message }: Error): string => maskText(stack ?? message);

const longestChain = 5;
const chainOf = (error: unknown, length = 1): Error[] => (isError(error) ? [error, ...(length < longestChain ? chainOf(error.cause, length + 1) : [])] : []);

/** What is read of an error that ended a process: a message where it is the operator's to mend, else the stack. */
export const faultText = (error: unknown): string => {
  if (error instanceof OperatorFault) return error.message;
  const chain = chainOf(error);
  // Who wraps an error often repeats its text.
  const tell = chain.some(quotesData) ? withoutTexts : withTexts;
  return chain.map(tell).join("\nCaused by: ") || `The process ended with ${describeError(error).type}.`;
};

/** Ends this process, and says why. */
export const endWithFault = (error: unknown): never => {
  process.stderr.write(`${faultText(error)}\n`);
  process.exit(1);
};

/**
 * Runs one service as a process: tells its parent where it listens, and drains and ends with SIGTERM, Ctrl-C, or when
 * the parent is gone. A terminal and npm both deliver Ctrl-C, so a repeat within a second is the same wish.
 */
export const runService = async (name: string, start: () => Promise<RunningService>, log?: Log): Promise<void> => {
  // Node itself would print every property of an error that nobody caught, a statement's parameters among them.
  process.on("uncaughtException", endWithFault);
  // A promise that nobody held belongs to one request, and must not end those of everybody else.
  process.on("unhandledRejection", error => (log ? log.error({ err: error }, "a promise that nobody held was rejected") : endWithFault(error)));
  const service = await start();
  let askedAt = 0;
  const end = () => {
    const now = Date.now();
    if (askedAt !== 0 && now - askedAt > repeatedSignalMs) process.exit(1);
    if (askedAt !== 0) return;
    askedAt = now;
    service.close().then(() => process.exit(0), endWithFault);
  };
  process.on("SIGTERM", end).on("SIGINT", end);
  if (process.send) {
    process.on("disconnect", end);
    process.send({ type: "listening", name, url: service.url });
  }
};
