import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateSector1764000021000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table sector (
        code text primary key,
        name_vi text,
        name_en text,
        name_own_translation text check (name_own_translation in ('VI', 'EN')),
        source_id text references source,
        check (num_nonnulls(name_vi, name_en) > 0)
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table sector`);
  }
}
