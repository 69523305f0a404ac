import { parseArgs } from "node:util";
import { OperatorFault } from "@huu-nghi/service-kit";
import type { EntityManager } from "typeorm";
import { readDivisionConfig } from "../config";
import { openDatabase } from "../database/database";
import type { Division } from "../division";
import { Steps } from "../steps";
import { erasePerson, type Erased } from "./erase-person";
import { noteErasure } from "./erasures-file";
import { knownPerson } from "./known-person";
import { holdIds } from "./persons";

type Say = (line: string) => void;

/** Erases within a transaction that is not a request's, and says in the history whose doing it was. */
export const eraseAs = async (tx: EntityManager, { personalData }: Division, ids: readonly string[], { actor, reason }: { actor: string; reason: string }): Promise<Erased> => {
  await tx.query("select set_config('huu_nghi.actor', $1, true), set_config('huu_nghi.action', 'erasePerson', true), set_config('huu_nghi.reason', $2, true)", [actor, reason]);
  const erased = await erasePerson(tx, personalData, ids);
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

/**
 * `erase --person ID --reason TEXT`: what this division holds; done again, it takes what has come since. Led by the command
 * for all divisions, it tells what it knows of the person, and waits for the ids that they know together.
 */
export const eraseCommand = async (division: Division, args: string[], say: Say): Promise<void> => {
  const { person, reason } = readErasure(args);
  const { urls, erasuresFile } = readDivisionConfig(division.name);
  const steps = new Steps();
  const database = await openDatabase(division, urls);
  try {
    const known = await knownPerson(database.reader.manager, division, person);
    const told = await steps.reach<string[]>("known", known);
    if (!told && division.persons && known.state === "UNKNOWN") throw new OperatorFault(`Nobody was erased: ${division.name} has no person ${person}. Look up the id, and run the command again.`);
    const { person: erased, emptied } = await database.writer.transaction(async tx => {
      const ids = await holdIds(tx, division.persons, told ?? [person]);
      const done = await eraseAs(tx, division, ids, { actor: "npm run erase", reason });
      if (erasuresFile) await noteErasure(erasuresFile, ids);
      return done;
    });
    const before = known.state === "ERASED" && emptied === 0 ? "nothing has come since the person was erased; then " : "";
    say(`${division.name}: ${before}${erased.rows} rows say nothing of the person any more, ${erased.historyEntries} entries of the history were emptied`);
  } finally {
    await database.close();
    steps.end();
  }
};
