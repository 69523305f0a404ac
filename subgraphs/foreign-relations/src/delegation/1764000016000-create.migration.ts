import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateDelegation1764000016000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table delegation (
        id text primary key,
        direction text not null check (direction in ('INBOUND', 'OUTBOUND', 'DOMESTIC')),
        kind text not null check (kind in ('LEADERS', 'EMBASSY', 'TROUPE', 'NGO', 'BUSINESS', 'PEOPLE', 'OTHER')),
        title_vi text,
        title_en text,
        title_own_translation text check (title_own_translation in ('VI', 'EN')),
        headcount int check (headcount >= 0),
        headcount_qualifier text check (headcount_qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'NEARLY')),
        arrived_on partial_date not null,
        left_on partial_date,
        source_id text references source,
        check (num_nonnulls(title_vi, title_en) > 0),
        check (partial_start(arrived_on) <= partial_end(left_on)),
        check (num_nonnulls(headcount, headcount_qualifier) in (0, 2))
      );

      create table delegation_host (
        delegation_id text not null references delegation on delete cascade,
        place int not null check (place > 0),
        role text not null check (role in ('HOST', 'CO_ORGANISER', 'SENDER', 'MEMBER')),
        union_id text not null,
        association_id text,
        primary key (delegation_id, place),
        check (association_id is null or union_id = split_part(association_id, ':', 1))
      );
      create index delegation_host_union on delegation_host (union_id, delegation_id);
      create index delegation_host_association on delegation_host (association_id, delegation_id);

      create table delegation_country (
        delegation_id text not null references delegation on delete cascade,
        country_code text not null check (country_code ~ '^[A-Z]{2}$'),
        primary key (delegation_id, country_code)
      );
      create index delegation_country_code on delegation_country (country_code, delegation_id);

      create table delegation_ngo (
        delegation_id text not null references delegation on delete cascade,
        ngo_id text not null,
        primary key (delegation_id, ngo_id)
      );
      create index delegation_ngo_ngo on delegation_ngo (ngo_id, delegation_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table delegation_ngo, delegation_country, delegation_host, delegation`);
  }
}
