import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateMemberOrganisation1764400005500 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table member_organisation (
        id text primary key,
        version int not null default 1,
        union_id text not null references friendship_union,
        name_vi text,
        name_en text,
        name_own_translation text check (name_own_translation in ('VI', 'EN')),
        kind text not null check (kind in ('BUSINESS', 'SCHOOL', 'AGENCY', 'ASSOCIATION', 'OTHER')),
        locality text,
        address text,
        contact text,
        published boolean not null default false,
        ended_on partial_date,
        source_id text references source,
        check (num_nonnulls(name_vi, name_en) > 0)
      );
      create index member_organisation_union on member_organisation (union_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table member_organisation`);
  }
}
