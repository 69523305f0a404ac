import type { MigrationInterface, QueryRunner } from "typeorm";

/** What every division's database has: partial dates, accent-free text, sources, and figures with their readings. */
export class Foundation1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create extension if not exists unaccent with schema public;

      -- unaccent is only STABLE, since its dictionary could change; ours does not, and indexes need IMMUTABLE.
      create function fold_text(value text) returns text immutable strict parallel safe language sql as $$
        select trim(regexp_replace(lower(public.unaccent('public.unaccent', normalize(value, nfc)) collate "und-x-icu"), '[[:space:][:punct:]]+', ' ', 'g'))
      $$;

      -- Not STRICT, though null gives null: PostgreSQL would call a strict one row by row instead of writing it into the query.
      create function partial_start(value text) returns date immutable parallel safe language sql as $$
        select make_date(left(value, 4)::int, coalesce(nullif(substr(value, 6, 2), ''), '1')::int, coalesce(nullif(substr(value, 9, 2), ''), '1')::int)
      $$;

      create function partial_end(value text) returns date immutable parallel safe language sql as $$
        select case length(value)
          when 4 then make_date(value::int, 12, 31)
          when 7 then (make_date(left(value, 4)::int, substr(value, 6, 2)::int, 1) + interval '1 month' - interval '1 day')::date
          else make_date(left(value, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int)
        end
      $$;

      -- A whole day is a partial date too; kept as it is, so that an index on it serves.
      create function partial_start(value date) returns date immutable parallel safe language sql as $$ select value $$;
      create function partial_end(value date) returns date immutable parallel safe language sql as $$ select value $$;

      create domain partial_date as text check (value ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' and partial_end(value) >= '0001-01-01');

      create table source (
        id text primary key,
        title text not null,
        publisher text,
        date partial_date,
        stated_as_of partial_date,
        locator text
      );

      create table statement (
        subject_kind text not null,
        subject_id text not null,
        field text not null,
        source_id text not null references source,
        value text not null,
        as_printed text,
        primary key (subject_kind, subject_id, field, source_id)
      );

      create table reported_figure (
        id text primary key,
        union_id text not null,
        code text not null,
        aspect text not null check (aspect in ('VALUE', 'TARGET', 'CHANGE_RATIO', 'ATTAINMENT_RATIO')),
        period_from date,
        period_to date,
        stated_as_of partial_date,
        value numeric not null,
        unit text not null,
        qualifier text not null check (qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'NEARLY')),
        as_printed text not null,
        locator text,
        source_id text not null references source,
        check (period_from <= period_to),
        check (period_to is not null or stated_as_of is not null)
      );
      create index reported_figure_union on reported_figure (union_id, code);

      create table complete_period (
        union_id text not null,
        code text not null,
        period_from date not null,
        period_to date not null,
        declared_at timestamptz not null default now(),
        primary key (union_id, code, period_from, period_to),
        check (period_from <= period_to)
      );

      create table loaded_record (
        kind text not null,
        id text not null,
        file text not null,
        digest text not null,
        loaded_at timestamptz not null default now(),
        primary key (kind, id)
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      drop table loaded_record, complete_period, reported_figure, statement, source;
      drop domain partial_date;
      drop function partial_end(date), partial_start(date), partial_end(text), partial_start(text), fold_text;
    `);
  }
}
