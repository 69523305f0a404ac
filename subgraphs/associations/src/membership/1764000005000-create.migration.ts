import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateMembership1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table person (
        id text primary key,
        full_name text not null,
        source_id text references source
      );

      create table membership (
        id text primary key,
        association_id text not null references friendship_association on delete cascade,
        branch_id text references branch on delete set null,
        person_id text not null references person,
        since partial_date not null,
        until partial_date,
        source_id text references source,
        check (partial_start(since) <= partial_end(until))
      );
      create index membership_association on membership (association_id);
      create index membership_person on membership (person_id);
      create index membership_branch on membership (branch_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table membership, person`);
  }
}
