import { parseArgs } from "node:util";
import { OperatorFault } from "@huu-nghi/service-kit";
import type { EntityManager } from "typeorm";
import { readDivisionConfig } from "../config";
import { openDatabase } from "../database/database";
import type { Division } from "../division";
import { erasePerson } from "./erase-person";
import type { ErasedPerson } from "./erased-person";
import { noteErasure } from "./erasures-file";

type Say = (line: string) => void;

/** Erases within a transaction that is not a request's, and says in the history whose doing it was. */
export const eraseAs = async (tx: EntityManager, { personalData }: Division, person: string, { actor, reason }: { actor: string; reason: string }): Promise<ErasedPerson> => {
  await tx.query("select set_config('huu_nghi.actor', $1, true), set_config('huu_nghi.action', 'erasePerson', true), set_config('huu_nghi.reason', $2, true)", [actor, reason]);
  const erased = await erasePerson(tx, personalData, person);
  await tx.query("select seal_history()");
  return erased;
};

const readErasure = (args: string[]): { person: string; reason: string } => {
  try {
    const { values } = parseArgs({ args, options: { person: { type: "string" }, reason: { type: "string" } } });
    const [person, reason] = [values.person?.trim(), values.reason?.normalize("NFC").trim()];
    if (!person || !reason) throw new Error("--person and --reason are needed");
    return { person, reason };
  } catch (error) {
    throw new OperatorFault(`erase takes --person ID --reason TEXT: ${(error as Error).message}`);
  }
};

/** `erase --person ID --reason TEXT`: what this division holds; done again, it takes what has come since. */
export const eraseCommand = async (division: Division, args: string[], say: Say): Promise<void> => {
  const { person, reason } = readErasure(args);
  const { urls, erasuresFile } = readDivisionConfig(division.name);
  const database = await openDatabase(division, urls);
  try {
    const { rows, historyEntries } = await database.writer.transaction(async tx => {
      const erased = await eraseAs(tx, division, person, { actor: "npm run erase", reason });
      if (erasuresFile) await noteErasure(erasuresFile, person);
      return erased;
    });
    say(`${division.name}: ${rows} rows say nothing of the person any more, ${historyEntries} entries of the history were emptied`);
  } finally {
    await database.close();
  }
};
