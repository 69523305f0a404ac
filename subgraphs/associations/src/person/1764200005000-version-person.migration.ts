import type { MigrationInterface, QueryRunner } from "typeorm";

export class VersionPerson1764200005000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table person add version int not null default 1;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      alter table person drop version;
    `);
  }
}
