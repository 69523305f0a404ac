import type { MigrationInterface, QueryRunner } from "typeorm";

export class NameNgoRepresentatives1764400012003 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table ngo_representative (
        ngo_id text not null references foreign_ngo on delete cascade,
        place int not null check (place > 0),
        person_id text not null,
        printed_name text,
        since partial_date,
        until partial_date,
        primary key (ngo_id, place),
        check (partial_start(since) <= partial_end(until))
      );
      create index ngo_representative_person on ngo_representative (person_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query("drop table ngo_representative");
  }
}
