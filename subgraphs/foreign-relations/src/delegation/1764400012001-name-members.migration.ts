import type { MigrationInterface, QueryRunner } from "typeorm";

export class NameDelegationMembers1764400012001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table delegation_member (
        delegation_id text not null references delegation on delete cascade,
        place int not null check (place > 0),
        role text not null check (role in ('HEAD', 'MEMBER')),
        person_id text not null,
        printed_name text,
        primary key (delegation_id, place)
      );
      create index delegation_member_person on delegation_member (person_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query("drop table delegation_member");
  }
}
