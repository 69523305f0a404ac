import type { MigrationInterface, QueryRunner } from "typeorm";

export class CongressBodies1764400003100 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table congress
        add planned_on partial_date,
        add level text check (level in ('NATIONAL', 'PROVINCIAL', 'DISTRICT')),
        add delegates int check (delegates > 0);

      create table congress_body (
        congress_id text not null references congress on delete cascade,
        place int not null check (place > 0),
        kind text not null check (kind in ('EXECUTIVE_COMMITTEE', 'STANDING_COMMITTEE', 'INSPECTION_COMMITTEE', 'OTHER')),
        name text,
        members int check (members > 0),
        primary key (congress_id, place),
        check (kind <> 'OTHER' or name is not null)
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      drop table congress_body;
      alter table congress drop planned_on, drop level, drop delegates;
    `);
  }
}
