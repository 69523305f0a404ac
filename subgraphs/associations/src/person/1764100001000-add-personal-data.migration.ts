import type { MigrationInterface, QueryRunner } from "typeorm";

export class AddPersonalData1764100001000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table person
        add phone text,
        add email text,
        add address text,
        add birth_date partial_date check (length(birth_date) = 10),
        add identity_number text,
        add party_joined_on partial_date,
        add religion text,
        add ethnicity text,
        add health text,
        add bank_account text;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      alter table person
        drop phone, drop email, drop address, drop birth_date, drop identity_number, drop party_joined_on,
        drop religion, drop ethnicity, drop health, drop bank_account;
    `);
  }
}
