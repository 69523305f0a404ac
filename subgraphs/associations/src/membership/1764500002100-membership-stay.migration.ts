import type { MigrationInterface, QueryRunner } from "typeorm";

export class MembershipStay1764500002100 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      -- In which branch a member was until a day, and as what; what is so now stands with the membership.
      create table membership_stay (
        membership_id text not null references membership on delete cascade,
        until partial_date not null,
        branch_id text references branch on delete set null,
        status text not null check (status in ('ORDINARY', 'HONORARY', 'ASSOCIATE')),
        primary key (membership_id, until)
      );
      create index membership_stay_branch on membership_stay (branch_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table membership_stay`);
  }
}
