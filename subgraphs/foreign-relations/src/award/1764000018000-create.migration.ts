import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateAward1764000018000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table award (
        id text primary key,
        union_id text not null,
        direction text not null check (direction in ('GIVEN', 'RECEIVED')),
        title_vi text,
        title_en text,
        title_own_translation text check (title_own_translation in ('VI', 'EN')),
        awarded_on partial_date not null,
        source_id text references source,
        check (num_nonnulls(title_vi, title_en) > 0)
      );
      create index award_union on award (union_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table award`);
  }
}
