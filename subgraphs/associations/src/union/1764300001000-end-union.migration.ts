import type { MigrationInterface, QueryRunner } from "typeorm";

export class EndUnion1764300001000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table friendship_union add ended_on partial_date;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      alter table friendship_union drop ended_on;
    `);
  }
}
