import type { MigrationInterface, QueryRunner } from "typeorm";

export class VersionDisbursement1764200026000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`alter table disbursement add version int not null default 1`);
  }

  async down(runner: QueryRunner) {
    await runner.query(`alter table disbursement drop version`);
  }
}
