import type { MigrationInterface, QueryRunner } from "typeorm";

export class AssociationCoverage1764500002200 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      -- The countries and groups that an association was for until a day; those of now have tables of their own.
      create table association_coverage (
        association_id text not null references friendship_association on delete cascade,
        until partial_date not null,
        countries text[] not null,
        group_ids text[] not null,
        primary key (association_id, until),
        check (cardinality(countries) + cardinality(group_ids) > 0)
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table association_coverage`);
  }
}
