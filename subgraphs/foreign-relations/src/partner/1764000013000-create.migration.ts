import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreatePartner1764000013000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table partner (
        id text primary key,
        name_vi text,
        name_en text,
        name_own_translation text check (name_own_translation in ('VI', 'EN')),
        kind text not null check (kind in (
          'AUTHORITY', 'PARTY_BODY', 'FRONT_OR_MASS_ORGANISATION', 'EMBASSY', 'CONSULATE', 'PEOPLES_ORGANISATION', 'FORUM', 'BUSINESS', 'OTHER')),
        source_id text references source,
        check (num_nonnulls(name_vi, name_en) > 0)
      );
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table partner`);
  }
}
