import type { MigrationInterface, QueryRunner } from "typeorm";

export class VersionEvent1764200015000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table event
        add version int not null default 1,
        add called_off_on partial_date;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`alter table event drop version, drop called_off_on`);
  }
}
