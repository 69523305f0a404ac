import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { createLog, endWithFault, OperatorFault, runService } from "@huu-nghi/service-kit";
import { backupCommand, restoreCommand } from "./backup/commands";
import { readDivisionConfig, readServerConfig } from "./config";
import { openDatabase } from "./database/database";
import { analyze, migrate } from "./database/migrate";
import { countDemo, loadDemo } from "./demo/load-demo";
import type { Division } from "./division";
import { eraseCommand } from "./personal-data/commands";
import { progressBar } from "./progress";
import { loadRecords } from "./records/load-records";
import { buildDivisionSchema } from "./schema";
import { serveDivision } from "./server";
import { verifyHistory } from "./write/verify-history";

const say = (line: string) => process.stdout.write(`${line}\n`);

const readScale = (args: string[]): number => {
  try {
    const { values } = parseArgs({ args, options: { scale: { type: "string", default: "1" } } });
    if (/^[1-9]\d?$/.test(values.scale)) return Number(values.scale);
    throw new OperatorFault(`--scale is ${values.scale}; it must be a whole number from 1 to 99, the number of demo unions.`);
  } catch (error) {
    throw error instanceof OperatorFault ? error : new OperatorFault(`demo takes --scale N and nothing else: ${(error as Error).message}`);
  }
};

/** Everything that a division's process can be asked to do. */
const commands: Record<string, (division: Division, args: string[]) => Promise<void>> = {
  serve: division => {
    const config = readServerConfig(division.name);
    const log = createLog(division.name, config.logLevel);
    return runService(division.name, () => serveDivision(division, config, log), log);
  },

  migrate: async division => {
    const { urls, serverUrl, logLevel } = readDivisionConfig(division.name);
    const run = await migrate(division, urls, serverUrl, createLog(division.name, logLevel === "info" ? "warn" : logLevel));
    say(`${division.name}: ${run.length ? `migrated (${run.length} steps)` : "the database is up to date"}`);
  },

  load: async division => {
    await commands["migrate"]!(division, []);
    const database = await openDatabase(division, readDivisionConfig(division.name).urls);
    try {
      const bar = progressBar(`${division.name}: article records`);
      const { added, unchanged, differing, waiting } = await loadRecords(division, database.writer, bar.update);
      bar.end();
      say(`${division.name}: ${added} records added, ${unchanged} there already, ${differing.length} differ and were left as they are`);
      for (const each of differing) say(`${division.name}:   differs: ${each}`);
      if (waiting.length) say(`${division.name}: ${waiting.length} facts of the articles wait in the data files for a type of their own`);
    } finally {
      await database.close();
    }
  },

  demo: async (division, args) => {
    const scale = readScale(args);
    await commands["migrate"]!(division, []);
    const { urls } = readDivisionConfig(division.name);
    const total = countDemo(division, scale);
    const bar = progressBar(`${division.name}: demo records`);
    const written = await loadDemo(division, urls, scale, rows => bar.update(rows, total));
    bar.end();
    await analyze(division, urls);
    say(`${division.name}: ${written} demo records, in place of earlier ones`);
  },

  history: async (division, args) => {
    if (args.join(" ") !== "verify") throw new OperatorFault("history does one thing: history verify.");
    const database = await openDatabase(division, readDivisionConfig(division.name).urls);
    try {
      const bar = progressBar(`${division.name}: entries read`);
      const { entries, erased, head, faults } = await verifyHistory(database.reader, read => bar.update(read, read));
      bar.end();
      const found = faults.length > 0 ? `${faults.length} faults` : "whole";
      say(`${division.name}: ${entries} entries${erased > 0 ? `, ${erased} of them erased` : ""}, ${found}${head ? `; the newest is ${head}` : ""}`);
      for (const fault of faults) say(`${division.name}:   ${fault}`);
      if (faults.length > 0) process.exitCode = 1;
    } finally {
      await database.close();
    }
  },

  erase: (division, args) => eraseCommand(division, args, say),

  backup: (division, args) => backupCommand(division, args, say),

  restore: (division, args) => restoreCommand(division, args, say),

  schema: async division => {
    writeFileSync(path.join(division.folder, "schema.graphql"), buildDivisionSchema(division).sdl);
    say(`${division.name}: wrote schema.graphql`);
  },
};

/** The whole of a division's `main`: does what its first argument says, and serves when there is none. */
export const runDivision = (division: Division, [command = "serve", ...args] = process.argv.slice(2)): Promise<void> =>
  (async () => {
    const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
    if (!run) throw new OperatorFault(`There is no command ${command}; there are ${Object.keys(commands).join(", ")}.`);
    await run(division, args);
  })().catch(endWithFault);
