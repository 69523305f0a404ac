import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateOverseas1764400010000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table residence_abroad (
        id text primary key,
        person_id text not null references person,
        country_code text not null check (country_code ~ '^[A-Z]{2}$' and country_code <> 'VN'),
        since partial_date not null,
        until partial_date,
        returned boolean not null default false,
        source_id text references source,
        version int not null default 1,
        check (partial_start(since) <= partial_end(until)),
        check (until is not null or not returned)
      );
      create index residence_abroad_person on residence_abroad (person_id);

      create table overseas_number (
        id text primary key,
        union_id text not null references friendship_union,
        country_code text check (country_code ~ '^[A-Z]{2}$' and country_code <> 'VN'),
        people text not null check (people in ('MEMBERS_ABROAD', 'PEOPLE_ABROAD', 'RETURNEES')),
        stated_as_of partial_date not null,
        number int not null check (number >= 0),
        qualifier text not null check (qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'NEARLY')),
        as_printed text not null,
        source_id text not null references source,
        version int not null default 1
      );
      create unique index overseas_number_once on overseas_number (union_id, coalesce(country_code, ''), people, stated_as_of, source_id);

      -- Members who live abroad or came back, each while both the membership and the state last. As everywhere, what has a partial
      -- date counts once the whole span of it is over.
      create view overseas_member as
        select * from (
          select association.union_id, residence.person_id, residence.country_code, stay.state, association.name_vi, association.name_en,
            greatest(stay.since, least(partial_end(membership.since), partial_end(membership.until), partial_end(association.dissolved_on))) as since,
            least(stay.until, partial_end(membership.until), partial_end(association.dissolved_on)) as until
          from residence_abroad residence
          cross join lateral (
            select 'ABROAD' as state, least(partial_end(residence.since), partial_end(residence.until)) as since, partial_end(residence.until) as until
            union all
            select 'RETURNED', partial_end(residence.until) + 1, (
              select min(partial_end(later.since)) - 1 from residence_abroad later
              where later.person_id = residence.person_id and later.id <> residence.id and partial_end(later.since) >= partial_end(residence.until))
            where residence.returned
          ) stay
          join membership on membership.person_id = residence.person_id
          join friendship_association association on association.id = membership.association_id
        ) both_last
        where until is null or since <= until;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      drop view overseas_member;
      drop table overseas_number, residence_abroad;
    `);
  }
}
