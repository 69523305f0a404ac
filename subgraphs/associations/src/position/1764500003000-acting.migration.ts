import type { MigrationInterface, QueryRunner } from "typeorm";

export class Acting1764500003000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`alter table position_tenure add acting boolean not null default false`);
  }

  async down(runner: QueryRunner) {
    await runner.query(`alter table position_tenure drop acting`);
  }
}
