import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateCongress1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table congress (
        id text primary key,
        association_id text not null references friendship_association on delete cascade,
        ordinal int not null check (ordinal > 0),
        held_on partial_date,
        tenure_from int not null,
        tenure_to int not null,
        source_id text references source,
        unique (association_id, ordinal),
        check (tenure_from <= tenure_to)
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table congress`);
  }
}
