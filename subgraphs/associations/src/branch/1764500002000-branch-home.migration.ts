import type { MigrationInterface, QueryRunner } from "typeorm";

export class BranchHome1764500002000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      -- Where a branch had its home until a day; where it has it now stands with the branch.
      create table branch_home (
        branch_id text not null references branch on delete cascade,
        until partial_date not null,
        host_kind text not null check (host_kind in ('SCHOOL', 'BUSINESS', 'LOCALITY', 'OTHER')),
        host_organisation text,
        locality text,
        primary key (branch_id, until)
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table branch_home`);
  }
}
