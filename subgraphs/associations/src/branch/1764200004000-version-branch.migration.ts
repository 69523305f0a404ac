import type { MigrationInterface, QueryRunner } from "typeorm";

export class VersionBranch1764200004000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table branch add version int not null default 1;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      alter table branch drop version;
    `);
  }
}
