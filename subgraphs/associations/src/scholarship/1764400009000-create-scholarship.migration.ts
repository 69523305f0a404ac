import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateScholarship1764400009000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table scholarship (
        id text primary key,
        union_id text not null references friendship_union,
        recipient_count int check (recipient_count > 0),
        nationality text check (nationality ~ '^[A-Z]{2}$'),
        school text,
        -- A school year: the second year follows the first.
        academic_year text check (academic_year ~ '^[0-9]{4}-[0-9]{4}$' and right(academic_year, 4)::int = left(academic_year, 4)::int + 1),
        awarded_on partial_date,
        amount numeric check (amount > 0),
        currency text check (currency ~ '^[A-Z]{3}$'),
        amount_basis text check (amount_basis in ('PER_RECIPIENT', 'TOTAL')),
        sponsor_partner_id text,
        sponsor_ngo_id text,
        sponsor_association_id text references friendship_association,
        sponsor_name text,
        source_id text references source,
        version int not null default 1,
        check (num_nonnulls(academic_year, awarded_on) > 0),
        check (num_nonnulls(amount, currency, amount_basis) in (0, 3)),
        check (num_nonnulls(sponsor_partner_id, sponsor_ngo_id, sponsor_association_id, sponsor_name) = 1)
      );
      create index scholarship_union on scholarship (union_id);
      create index scholarship_partner on scholarship (sponsor_partner_id);
      create index scholarship_ngo on scholarship (sponsor_ngo_id);

      create table scholarship_association (
        scholarship_id text not null references scholarship on delete cascade,
        association_id text not null references friendship_association,
        primary key (scholarship_id, association_id)
      );
      create index scholarship_association_association on scholarship_association (association_id);

      create table scholarship_recipient (
        scholarship_id text not null references scholarship on delete cascade,
        person_id text not null references person,
        primary key (scholarship_id, person_id)
      );
      create index scholarship_recipient_person on scholarship_recipient (person_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table scholarship_recipient, scholarship_association, scholarship`);
  }
}
