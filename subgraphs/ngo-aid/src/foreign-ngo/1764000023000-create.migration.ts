import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateForeignNgo1764000023000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table foreign_ngo (
        id text primary key,
        name_vi text,
        name_en text,
        name_own_translation text check (name_own_translation in ('VI', 'EN')),
        kind text not null check (kind in ('NGO', 'FOUNDATION', 'INSTITUTE', 'FRIENDSHIP_ORGANISATION', 'OTHER')),
        country_code text check (country_code ~ '^[A-Z]{2}$'),
        source_id text references source,
        check (num_nonnulls(name_vi, name_en) > 0)
      );
      create index foreign_ngo_country on foreign_ngo (country_code);

      create table foreign_ngo_alias (
        ngo_id text not null references foreign_ngo on delete cascade,
        alias text not null,
        source_id text references source,
        primary key (ngo_id, alias)
      );

      create table registration (
        id text primary key,
        ngo_id text not null references foreign_ngo on delete cascade,
        number text not null,
        kind text not null check (kind in ('OPERATION', 'PROJECT_OFFICE', 'REPRESENTATIVE_OFFICE')),
        issued_on partial_date,
        expires_on partial_date,
        source_id text references source,
        check (partial_start(issued_on) <= partial_end(expires_on))
      );
      create index registration_ngo on registration (ngo_id);

      create table registration_area (
        registration_id text not null references registration on delete cascade,
        union_id text not null,
        primary key (registration_id, union_id)
      );
      create index registration_area_union on registration_area (union_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table registration_area, registration, foreign_ngo_alias, foreign_ngo`);
  }
}
