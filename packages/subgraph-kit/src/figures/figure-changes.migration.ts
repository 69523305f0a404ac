import type { MigrationInterface, QueryRunner } from "typeorm";

export class FigureChanges1764200000500 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table reported_figure add column version int not null default 1;
      alter table complete_period add column id uuid not null default gen_random_uuid(), add column version int not null default 1;
      create unique index complete_period_id on complete_period (id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      alter table complete_period drop column version, drop column id;
      alter table reported_figure drop column version;
    `);
  }
}
