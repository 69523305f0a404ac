import type { MigrationInterface, QueryRunner } from "typeorm";
import { historyFunctions, madeFunction } from "./history-functions";

/*
 * What a record's history says can be erased, by the one function that does it, and the history tells that it was: who
 * erased, when and why. New entries keep their reason in their digest, so that it can go too.
 */
export class EraseHistory1764400011000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table history drop constraint history_operation_check,
        add constraint history_operation_check check (operation in ('INSERT', 'UPDATE', 'DELETE', 'ERASE'));
      drop function if exists history_digest(bytea, jsonb, jsonb);
    `);
    for (const each of historyFunctions) await runner.query(madeFunction(each));
    await runner.query(`
      revoke execute on function erase_history(text, text, text) from public;
      do $$ begin
        execute format('grant execute on function erase_history(text, text, text) to %I', regexp_replace(current_user, '_owner$', '_writer'));
      end $$;
    `);
  }

  down(): Promise<never> {
    return Promise.reject(new Error("Entries that hold their reason in their digest would be altered without it."));
  }
}
