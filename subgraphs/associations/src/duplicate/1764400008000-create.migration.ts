import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateDuplicate1764400008000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table duplicate_dismissal (
        id text primary key,
        version int not null default 1,
        first_id text not null references person on delete cascade,
        second_id text not null references person on delete cascade,
        check (first_id < second_id),
        unique (first_id, second_id)
      );

      create table person_merge (
        id text primary key,
        version int not null default 1,
        kept_id text not null references person on delete cascade,
        merged_id text not null references person on delete cascade,
        union_ids text[] not null default '{}',
        taken_over text[] not null default '{}',
        reason text not null,
        undone boolean not null default false,
        check (kept_id <> merged_id)
      );
      create index person_merge_kept on person_merge (kept_id);
      -- Somebody is merged into one person at a time.
      create unique index person_merge_live on person_merge (merged_id) where not undone;

      create table person_merge_row (
        merge_id text not null references person_merge on delete cascade,
        row_type text not null,
        row_key text not null,
        what text not null check (what in ('MOVED', 'JOINED', 'REMOVED')),
        before jsonb not null,
        mark text not null,
        primary key (merge_id, row_type, row_key)
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table person_merge_row, person_merge, duplicate_dismissal`);
  }
}
