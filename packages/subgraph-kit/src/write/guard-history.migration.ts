import type { MigrationInterface, QueryRunner } from "typeorm";
import { historyFunctions, madeFunction } from "./history-functions";

/*
 * History is harder to go round: a key that looks like a demo's is recorded unless the owner makes the demo, a row that is
 * given another key ends as the one and begins as the other, and each entry says through which login it came. Which tables
 * have which triggers is seen to by the program and not by a procedure, which the owner could change.
 */
export class GuardHistory1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table history add login text;
      -- Not valid: what may stand there already is for a check of the history to find.
      alter table history add constraint history_number_positive check (number > 0) not valid;
      drop procedure keep_histories, keep_history;
      drop function history_hash;
    `);
    for (const each of historyFunctions) await runner.query(madeFunction(each));
  }

  down(): Promise<never> {
    return Promise.reject(new Error("Entries that are sealed with their login would be altered without it."));
  }
}
