import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreatePublication1764000017000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table publication (
        id text primary key,
        union_id text not null,
        kind text not null check (kind in ('BULLETIN', 'DOCUMENT', 'BOOK', 'WEBSITE', 'OTHER')),
        title_vi text,
        title_en text,
        title_own_translation text check (title_own_translation in ('VI', 'EN')),
        published_on partial_date not null,
        source_id text references source,
        check (num_nonnulls(title_vi, title_en) > 0)
      );
      create index publication_union on publication (union_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table publication`);
  }
}
