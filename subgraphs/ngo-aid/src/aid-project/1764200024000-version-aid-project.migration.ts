import type { MigrationInterface, QueryRunner } from "typeorm";

export class VersionAidProject1764200024000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`alter table aid_project add version int not null default 1`);
  }

  async down(runner: QueryRunner) {
    await runner.query(`alter table aid_project drop version`);
  }
}
