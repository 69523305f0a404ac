import type { MigrationInterface, QueryRunner } from "typeorm";

export class VersionFriendshipAssociation1764200002000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table friendship_association add version int not null default 1;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      alter table friendship_association drop version;
    `);
  }
}
