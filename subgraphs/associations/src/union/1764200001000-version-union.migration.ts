import type { MigrationInterface, QueryRunner } from "typeorm";

export class VersionUnion1764200001000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table friendship_union add version int not null default 1;

      -- There is one national union.
      create unique index friendship_union_national on friendship_union (level) where level = 'NATIONAL';
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      drop index friendship_union_national;
      alter table friendship_union drop version;
    `);
  }
}
