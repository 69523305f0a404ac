import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreatePosition1764400006000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table position_tenure (
        id text primary key,
        version int not null default 1,
        union_id text references friendship_union,
        association_id text references friendship_association on delete cascade,
        body_kind text not null check (body_kind in ('EXECUTIVE_COMMITTEE', 'STANDING_COMMITTEE', 'INSPECTION_COMMITTEE', 'SECRETARIAT', 'OFFICE', 'OTHER')),
        body_name_vi text,
        body_name_en text,
        body_name_own_translation text check (body_name_own_translation in ('VI', 'EN')),
        title_vi text,
        title_en text,
        title_own_translation text check (title_own_translation in ('VI', 'EN')),
        role text not null check (role in ('CHAIR', 'VICE_CHAIR', 'GENERAL_SECRETARY', 'MEMBER', 'HEAD', 'DEPUTY_HEAD', 'OTHER')),
        holder_name text not null,
        person_id text references person,
        published boolean not null default false,
        since partial_date,
        named_as_of partial_date,
        until partial_date,
        source_id text references source,
        check (num_nonnulls(union_id, association_id) = 1),
        check (num_nonnulls(title_vi, title_en) > 0),
        check (num_nonnulls(since, named_as_of) > 0),
        check (partial_start(coalesce(since, named_as_of)) <= partial_end(until))
      );
      create index position_tenure_union on position_tenure (union_id);
      create index position_tenure_association on position_tenure (association_id);
      create index position_tenure_person on position_tenure (person_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table position_tenure`);
  }
}
