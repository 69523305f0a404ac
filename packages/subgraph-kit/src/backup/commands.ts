import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { OperatorFault } from "@huu-nghi/service-kit";
import { readDivisionConfig } from "../config";
import type { Division } from "../division";
import { progressBar } from "../progress";
import { Steps } from "../steps";
import { restoreSection, type Restoring } from "./restore-section";
import { writeSection } from "./write-section";

type Say = (line: string) => void;

const oneFile = (command: string, words: string[]): string => {
  if (words.length === 1 && words[0]) return resolve(words[0]);
  throw new OperatorFault(`${command} takes one file, and was given ${words.length > 0 ? words.join(" ") : "none"}.`);
};

const parsed = <Result>(command: string, parse: () => Result): Result => {
  try {
    return parse();
  } catch (error) {
    throw new OperatorFault(`${command} cannot be done: ${(error as Error).message}`);
  }
};

const bytesOf = (option: string, value: string): number => {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new OperatorFault(`${option} is ${value}; it must be a whole number of bytes.`);
};

/** `backup FILE`: adds the division's section to the end of the file, and makes the file when there is none. */
export const backupCommand = async (division: Division, args: string[], say: Say): Promise<void> => {
  const { positionals } = parsed("backup", () => parseArgs({ args, allowPositionals: true, options: {} }));
  const file = oneFile("backup", positionals);
  const bar = progressBar(`${division.name}: rows written`);
  const { rows, tables } = await writeSection(division, readDivisionConfig(division.name).urls.owner, file, bar.update).finally(bar.end);
  say(`${division.name}: ${rows} rows of ${tables} tables, written and read through again`);
};

/** `restore FILE`: the section that lies in the file from byte `--from` on, `--bytes` long. */
export const restoreCommand = async (division: Division, args: string[], say: Say): Promise<void> => {
  const { positionals, values } = parsed("restore", () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { from: { type: "string", default: "0" }, bytes: { type: "string" }, replace: { type: "boolean", default: false }, "leave-out-unknown": { type: "boolean", default: false } },
    }),
  );
  const place = { file: oneFile("restore", positionals), from: bytesOf("--from", values.from), ...(values.bytes !== undefined && { bytes: bytesOf("--bytes", values.bytes) }) };
  const config = readDivisionConfig(division.name);
  const steps = new Steps();
  const bar = progressBar(`${division.name}: rows restored`);
  const { replace, "leave-out-unknown": leaveOutUnknown } = values;
  const reach: Restoring["reach"] = async step => {
    if (step === "loaded") bar.end();
    await steps.reach(step);
  };
  await restoreSection(division, config, { place, replace, leaveOutUnknown, say, reach, onProgress: bar.update }).finally(bar.end);
  steps.end();
  say(`${division.name}: restored`);
};
