import type { MigrationInterface, QueryRunner } from "typeorm";

export class VersionCongress1764200003000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table congress add version int not null default 1;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      alter table congress drop version;
    `);
  }
}
