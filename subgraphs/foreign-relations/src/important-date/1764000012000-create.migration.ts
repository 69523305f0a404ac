import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateImportantDate1764000012000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table important_date (
        id text primary key,
        kind text not null check (kind in (
          'DIPLOMATIC_RELATIONS', 'NATIONAL_DAY', 'ACCESSION', 'HISTORICAL_EVENT', 'BIRTH', 'TRADITIONAL_DAY', 'HOLIDAY', 'FOUNDING')),
        label_vi text,
        label_en text,
        label_own_translation text check (label_own_translation in ('VI', 'EN')),
        original_date partial_date,
        day_of_year text check (day_of_year ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
        country_code text check (country_code ~ '^[A-Z]{2}$'),
        union_id text,
        source_id text references source,
        check (num_nonnulls(label_vi, label_en) > 0),
        check (length(original_date) < 10 or day_of_year = substr(original_date, 6))
      );
      create index important_date_country on important_date (country_code);
      create index important_date_union on important_date (union_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table important_date`);
  }
}
