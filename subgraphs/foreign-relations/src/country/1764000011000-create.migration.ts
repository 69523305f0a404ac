import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreatePartnershipLevel1764000011000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table partnership_level (
        id text primary key,
        country_code text not null check (country_code ~ '^[A-Z]{2}$'),
        level text not null check (level in ('COMPREHENSIVE_PARTNERSHIP', 'STRATEGIC_PARTNERSHIP', 'COMPREHENSIVE_STRATEGIC_PARTNERSHIP')),
        since partial_date,
        until partial_date,
        source_id text references source,
        unique (country_code, level),
        check (partial_start(since) <= partial_end(until))
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table partnership_level`);
  }
}
