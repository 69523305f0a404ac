import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateUnion1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table friendship_union (
        id text primary key,
        name_vi text,
        name_en text,
        name_own_translation text check (name_own_translation in ('VI', 'EN')),
        level text not null check (level in ('NATIONAL', 'PROVINCIAL')),
        demo boolean not null default false,
        parent_id text references friendship_union,
        source_id text references source,
        check (num_nonnulls(name_vi, name_en) > 0),
        check (parent_id <> id)
      );
      create index friendship_union_parent on friendship_union (parent_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table friendship_union`);
  }
}
