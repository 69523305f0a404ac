import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateBranch1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table branch (
        id text primary key,
        name_vi text,
        name_en text,
        name_own_translation text check (name_own_translation in ('VI', 'EN')),
        host_kind text not null check (host_kind in ('SCHOOL', 'BUSINESS', 'LOCALITY', 'OTHER')),
        association_id text not null references friendship_association on delete cascade,
        since partial_date not null,
        until partial_date,
        source_id text references source,
        check (num_nonnulls(name_vi, name_en) > 0),
        check (partial_start(since) <= partial_end(until))
      );
      create index branch_association on branch (association_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table branch`);
  }
}
