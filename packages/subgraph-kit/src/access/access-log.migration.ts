import type { MigrationInterface, QueryRunner } from "typeorm";

export class AccessLog1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table access_log (
        id bigint generated always as identity primary key,
        opened_at timestamptz not null default now(),
        viewer text not null,
        roles text[] not null,
        purpose text not null,
        request_id text not null,
        record_type text not null,
        record_id text not null,
        fields text[] not null,
        union_ids text[] not null
      );
      create index access_log_record on access_log (record_id);
      create index access_log_viewer on access_log (viewer);
    `);
    // What was written down stays as it is, also for the role that writes it.
    await runner.query(`
      do $$ begin
        execute format('revoke update, delete, truncate on access_log from %I', regexp_replace(current_user, '_owner$', '_writer'));
      end $$;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table access_log`);
  }
}
