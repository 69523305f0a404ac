import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateEvent1764000015000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table event (
        id text primary key,
        title_vi text,
        title_en text,
        title_own_translation text check (title_own_translation in ('VI', 'EN')),
        kind text not null check (kind in (
          'CELEBRATION', 'FESTIVAL', 'CONFERENCE', 'CONGRESS', 'MEETING', 'EXCHANGE', 'PROGRAMME', 'TRAINING', 'VISIT', 'OTHER')),
        starts_on partial_date not null,
        ends_on partial_date,
        headcount int check (headcount >= 0),
        headcount_qualifier text check (headcount_qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'NEARLY')),
        occasion_id text references important_date,
        source_id text references source,
        check (num_nonnulls(title_vi, title_en) > 0),
        check (partial_start(starts_on) <= partial_end(ends_on)),
        check (num_nonnulls(headcount, headcount_qualifier) in (0, 2))
      );
      create index event_occasion on event (occasion_id);

      create table event_organiser (
        event_id text not null references event on delete cascade,
        place int not null check (place > 0),
        role text not null check (role in ('HOST', 'CO_ORGANISER', 'COORDINATING', 'ADVISER', 'SPONSOR')),
        union_id text,
        association_id text,
        partner_id text references partner,
        primary key (event_id, place),
        check (num_nonnulls(union_id, partner_id) = 1),
        check (association_id is null or union_id = split_part(association_id, ':', 1))
      );
      create index event_organiser_union on event_organiser (union_id, event_id);
      create index event_organiser_association on event_organiser (association_id, event_id);
      create index event_organiser_partner on event_organiser (partner_id);

      create table event_country (
        event_id text not null references event on delete cascade,
        country_code text not null check (country_code ~ '^[A-Z]{2}$'),
        primary key (event_id, country_code)
      );
      create index event_country_code on event_country (country_code, event_id);

      create table event_document (
        event_id text not null references event on delete cascade,
        document_id text not null references document,
        primary key (event_id, document_id)
      );
      create index event_document_document on event_document (document_id, event_id);

      create table event_ngo (
        event_id text not null references event on delete cascade,
        ngo_id text not null,
        primary key (event_id, ngo_id)
      );
      create index event_ngo_ngo on event_ngo (ngo_id, event_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table event_ngo, event_document, event_country, event_organiser, event`);
  }
}
