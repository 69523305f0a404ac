import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateCommitment1764000025000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table commitment (
        id text primary key,
        project_id text not null references aid_project on delete cascade,
        kind text not null check (kind in ('ORIGINAL', 'REVISION')),
        amount numeric not null check (amount <> 0 and (kind = 'REVISION' or amount > 0)),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        signed_on date not null,
        source_id text references source
      );
      create index commitment_project on commitment (project_id);
      create index commitment_signed_on on commitment (signed_on);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table commitment`);
  }
}
