import type { RunningService } from "./http";
import { OperatorFault } from "./config";

const repeatedSignalMs = 1000;

/** Ends this process with a message instead of a stack where the fault is the operator's to mend. */
export const endWithFault = (error: unknown): never => {
  const shown = error instanceof OperatorFault ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${shown}\n`);
  process.exit(1);
};

/**
 * Runs one service as a process: tells its parent where it listens, and drains and ends with SIGTERM, Ctrl-C, or when
 * the parent is gone. A terminal and npm both deliver Ctrl-C, so a repeat within a second is the same wish.
 */
export const runService = async (name: string, start: () => Promise<RunningService>): Promise<void> => {
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
