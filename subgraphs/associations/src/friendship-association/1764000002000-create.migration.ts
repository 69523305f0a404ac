import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateFriendshipAssociation1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table friendship_association (
        id text primary key,
        name_vi text,
        name_en text,
        name_own_translation text check (name_own_translation in ('VI', 'EN')),
        founded_on partial_date,
        dissolved_on partial_date,
        named_as_of partial_date,
        union_id text not null references friendship_union,
        source_id text references source,
        check (num_nonnulls(name_vi, name_en) > 0),
        check (num_nonnulls(founded_on, named_as_of) > 0),
        check (partial_start(founded_on) <= partial_end(dissolved_on))
      );
      create index friendship_association_union on friendship_association (union_id);

      create table association_country (
        association_id text not null references friendship_association on delete cascade,
        country_code text not null check (country_code ~ '^[A-Z]{2}$'),
        primary key (association_id, country_code)
      );
      create index association_country_code on association_country (country_code);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table association_country, friendship_association`);
  }
}
