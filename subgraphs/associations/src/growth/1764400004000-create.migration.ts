import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateAssociationSnapshot1764400004000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table association_snapshot (
        id text primary key,
        association_id text not null references friendship_association on delete cascade,
        measure text not null check (measure in ('BRANCHES', 'MEMBERSHIPS', 'PEOPLE')),
        stated_as_of partial_date not null,
        value int not null check (value >= 0),
        qualifier text not null check (qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'NEARLY')),
        as_printed text not null,
        locator text,
        source_id text not null references source,
        version int not null default 1,
        unique (association_id, measure, stated_as_of, source_id)
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table association_snapshot`);
  }
}
