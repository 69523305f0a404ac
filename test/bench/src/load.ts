import { join } from "node:path";
import { outputOf } from "./processes";

export interface Load {
  url: string;
  body: string;
  /** Instead of the one: these in turns. */
  bodies?: string[] | undefined;
  connections: number;
  seconds: number;
  /** Puts another text for the placeholder in each request. */
  unique: boolean;
}

export interface LoadResult {
  answers: number;
  perSecond: number;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  slowest: number;
  bytes: number;
  failures: number;
}

/** Asks as fast as answers come, on the core of load. */
export const putUnderLoad = async (load: Load): Promise<LoadResult> =>
  JSON.parse(await outputOf(join(__dirname, "load.process.js"), [JSON.stringify(load)])) as LoadResult;
