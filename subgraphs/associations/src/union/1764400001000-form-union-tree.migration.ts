import type { MigrationInterface, QueryRunner } from "typeorm";

export class FormUnionTree1764400001000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table friendship_union
        drop constraint friendship_union_level_check,
        add constraint friendship_union_level_check check (level in ('NATIONAL', 'PROVINCIAL', 'CLUSTER', 'MEMBER_ORGANISATION')),
        add founded_on partial_date,
        add check (partial_start(founded_on) <= partial_end(ended_on));
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      alter table friendship_union
        drop founded_on,
        drop constraint friendship_union_level_check,
        add constraint friendship_union_level_check check (level in ('NATIONAL', 'PROVINCIAL'));
    `);
  }
}
