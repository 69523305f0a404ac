import type { MigrationInterface, QueryRunner } from "typeorm";

export class ErasedPerson1764400011001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table erased_person (
        person_id text primary key,
        erased_at timestamptz not null default now(),
        row_count int not null,
        history_entries int not null
      );

      -- Who opened what of a person, and when, stays; what for is free text, and may name the person.
      create function erase_purposes(of_person text) returns void security definer set search_path = pg_catalog, public, pg_temp language sql as $$
        update access_log set purpose = '(erased)' where record_type = 'Person' and record_id = of_person
      $$;
      revoke execute on function erase_purposes(text) from public;
      do $$ begin
        execute format('grant execute on function erase_purposes(text) to %I', regexp_replace(current_user, '_owner$', '_writer'));
      end $$;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query("drop function erase_purposes; drop table erased_person");
  }
}
