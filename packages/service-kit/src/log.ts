import pino, { type Logger } from "pino";

export type Log = Logger;

/** A structured log on standard output, one JSON object a line; `process` says which part of the system speaks. */
export const createLog = (name: string, level: string): Log =>
  pino({ base: { process: name }, level, timestamp: pino.stdTimeFunctions.isoTime });
