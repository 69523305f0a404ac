import type { MigrationInterface, QueryRunner } from "typeorm";

export class VersionMembership1764200006000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table membership add version int not null default 1;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      alter table membership drop version;
    `);
  }
}
