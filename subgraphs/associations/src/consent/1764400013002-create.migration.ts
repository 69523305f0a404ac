import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateConsent1764400013002 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table consent (
        id text primary key,
        union_id text not null references friendship_union,
        person_id text not null references person,
        purpose text not null check (purpose in ('MEMBER_LIST', 'CONTACT', 'PUBLICATION', 'EXPORT')),
        text_version text not null,
        evidence text not null,
        evidence_kept_at text not null,
        given_at timestamptz not null,
        recorded_by text not null,
        withdrawn_at timestamptz,
        withdrawal_recorded_by text,
        version int not null default 1,
        check (withdrawn_at >= given_at),
        check (num_nonnulls(withdrawn_at, withdrawal_recorded_by) in (0, 2))
      );
      create index consent_person on consent (person_id, purpose);
      -- One that stands, for each text.
      create unique index consent_standing on consent (person_id, union_id, purpose, text_version) where withdrawn_at is null;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query("drop table consent");
  }
}
