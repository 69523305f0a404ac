import type { MigrationInterface, QueryRunner } from "typeorm";

export class PlaceFriendshipAssociation1764400002000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      -- The level is null where it is that of the union.
      alter table friendship_association
        add level text check (level in ('NATIONAL', 'PROVINCIAL', 'DISTRICT')),
        add parent_id text references friendship_association,
        add decision_number text,
        add decided_on partial_date,
        add decision_issuer text,
        add check (parent_id <> id);
      create index friendship_association_parent on friendship_association (parent_id);

      create table association_group (
        association_id text not null references friendship_association on delete cascade,
        group_id text not null check (group_id ~ '^[A-Z]+$'),
        primary key (association_id, group_id)
      );
      create index association_group_id on association_group (group_id);

      -- A name that it had until a day; the last one stands with the association.
      create table association_name (
        association_id text not null references friendship_association on delete cascade,
        until partial_date not null,
        name_vi text,
        name_en text,
        name_own_translation text check (name_own_translation in ('VI', 'EN')),
        primary key (association_id, until),
        check (num_nonnulls(name_vi, name_en) > 0)
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      drop table association_name, association_group;
      alter table friendship_association drop level, drop parent_id, drop decision_number, drop decided_on, drop decision_issuer;
    `);
  }
}
