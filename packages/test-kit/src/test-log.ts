import { appendFileSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { createLog, type Log } from "@huu-nghi/service-kit";
import { testLogFolder } from "./config";

const file = () => join(testLogFolder(), `worker-${process.pid}.log`);

let opened: number | undefined;
const write = (line: string) => void writeSync((opened ??= openSync(file(), "a")), line);

/** The log of a process under test, at every level. It is kept, and read through when all tests have run: see log-scan.ts. */
export const testLog = (name: string): Log => createLog(name, "trace", { write });

/** Keeps what a process that a test started has printed, so that it is read through with the logs. */
export const keepOutput = (name: string, printed: string): void => appendFileSync(join(testLogFolder(), `${name}-${process.pid}.log`), printed);

export interface LogLine extends Record<string, unknown> {
  process: string;
  msg: string;
  requestId?: string;
}

/** What the processes of this test have logged about a request. */
export const loggedAbout = (requestId: string): LogLine[] =>
  readFileSync(file(), "utf8")
    .split("\n")
    .filter(line => line.includes(requestId))
    .map(line => JSON.parse(line) as LogLine)
    .filter(line => line.requestId === requestId);
