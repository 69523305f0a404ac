import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateLibrary1764000009000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table shelf (
        id text primary key,
        name_vi text,
        name_en text,
        name_own_translation text,
        source_id text references source,
        check (num_nonnulls(name_vi, name_en) > 0)
      );
      create table book (
        id text primary key,
        title_vi text,
        title_en text,
        title_own_translation text,
        bought_on partial_date,
        sold_on partial_date,
        author text not null,
        price numeric check (price >= 0),
        at_least boolean not null default false,
        union_id text not null,
        shelf_id text not null references shelf on delete cascade,
        source_id text references source
      );
      create index book_title on book (fold_text(coalesce(title_vi, title_en)));
      create table budget (
        union_id text not null,
        year int not null,
        amount numeric not null,
        primary key (union_id, year)
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query("drop table budget, book, shelf");
  }
}
