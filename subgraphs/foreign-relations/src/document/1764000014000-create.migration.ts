import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateDocument1764000014000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table issuer (
        id text primary key,
        name_vi text,
        name_en text,
        name_own_translation text check (name_own_translation in ('VI', 'EN')),
        aliases text[] not null,
        source_id text references source,
        check (num_nonnulls(name_vi, name_en) > 0)
      );

      create table document (
        id text primary key,
        number text,
        kind text not null check (kind in ('DIRECTIVE', 'RESOLUTION', 'DECISION', 'DECREE', 'PLAN', 'PROGRAMME', 'CIRCULAR', 'LETTER', 'OTHER')),
        title_vi text,
        title_en text,
        title_own_translation text check (title_own_translation in ('VI', 'EN')),
        issued_on partial_date,
        issuer_id text not null references issuer,
        serial text check (serial ~ '^(0|[1-9][0-9]*)$'),
        suffix text[],
        source_id text references source,
        check (num_nonnulls(title_vi, title_en) > 0),
        check (num_nonnulls(number, serial, suffix) in (0, 3))
      );
      create index document_issuer on document (issuer_id);
      -- A number recurs from year to year and from issuer to issuer; a document of one kind, issuer and date does not.
      create unique index document_identity on document (serial, suffix, issuer_id, kind, coalesce(issued_on, ''));

      create table document_implementation (
        document_id text not null references document on delete cascade,
        implemented_id text not null references document,
        primary key (document_id, implemented_id),
        check (document_id <> implemented_id)
      );
      create index document_implementation_implemented on document_implementation (implemented_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table document_implementation, document, issuer`);
  }
}
