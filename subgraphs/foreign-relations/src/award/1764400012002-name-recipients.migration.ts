import type { MigrationInterface, QueryRunner } from "typeorm";

export class NameAwardRecipients1764400012002 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table award_recipient (
        award_id text not null references award on delete cascade,
        place int not null check (place > 0),
        person_id text not null,
        printed_name text,
        primary key (award_id, place)
      );
      create index award_recipient_person on award_recipient (person_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query("drop table award_recipient");
  }
}
