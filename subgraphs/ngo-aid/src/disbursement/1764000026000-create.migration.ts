import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateDisbursement1764000026000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table disbursement (
        id text primary key,
        project_id text not null references aid_project on delete cascade,
        amount numeric not null check (amount <> 0),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        paid_on date not null,
        source_id text references source
      );
      create index disbursement_project on disbursement (project_id);
      create index disbursement_paid_on on disbursement (paid_on);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table disbursement`);
  }
}
