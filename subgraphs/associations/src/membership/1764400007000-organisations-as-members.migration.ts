import type { MigrationInterface, QueryRunner } from "typeorm";

export class OrganisationsAsMembers1764400007000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table membership
        alter person_id drop not null,
        add organisation_id text references member_organisation,
        add status text not null default 'ORDINARY' check (status in ('ORDINARY', 'HONORARY', 'ASSOCIATE')),
        add leaving_reason text check (leaving_reason in ('MOVED', 'RESIGNED', 'DECEASED', 'EXPELLED', 'OTHER')),
        add leaving_note text,
        add check (num_nonnulls(person_id, organisation_id) = 1),
        add check (until is not null or num_nonnulls(leaving_reason, leaving_note) = 0);
      create index membership_organisation on membership (organisation_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      delete from membership where person_id is null;
      alter table membership drop organisation_id, drop status, drop leaving_reason, drop leaving_note, alter person_id set not null;
    `);
  }
}
