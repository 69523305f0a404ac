import type { MigrationInterface, QueryRunner } from "typeorm";

/** Part of PostgreSQL and trusted, as unaccent is: whoever owns the database may have it made. */
export class FindPerson1764400005000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create extension if not exists pg_trgm with schema public;

      alter table person
        add merged_into text references person on delete set null,
        add check (merged_into <> id);
      create index person_merged_into on person (merged_into) where merged_into is not null;

      -- Not a column: no second copy of a name, which an erasure would have to know of. The blank before it begins its first word.
      create index person_name on person using gin ((' ' || fold_text(full_name)) gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      drop index person_name;
      alter table person drop merged_into;
      drop extension pg_trgm;
    `);
  }
}
