import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateAnnualPlan1764000027000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table annual_plan (
        id text primary key,
        union_id text not null,
        year int not null check (year between 1900 and 2999),
        code text not null check (code ~ '^ngoAid[.]'),
        amount numeric not null check (amount > 0),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        approved_by text,
        source_id text references source,
        unique (union_id, year, code)
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table annual_plan`);
  }
}
