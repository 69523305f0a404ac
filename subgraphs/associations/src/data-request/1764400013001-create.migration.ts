import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateDataRequest1764400013001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table public_holiday (
        day date primary key,
        name_vi text,
        name_en text,
        name_own_translation text check (name_own_translation in ('VI', 'EN')),
        source_id text references source,
        check (num_nonnulls(name_vi, name_en) > 0)
      );

      create table data_request_term (
        id text primary key check (id in ('ACCESS', 'CORRECTION', 'ERASURE', 'WITHDRAWAL', 'OBJECTION')),
        acknowledge_within int not null check (acknowledge_within between 1 and 365),
        complete_within int not null check (complete_within between 1 and 365),
        source_id text references source,
        version int not null default 1
      );

      create table data_request (
        id text primary key,
        union_id text not null references friendship_union,
        person_id text not null references person,
        kind text not null check (kind in ('ACCESS', 'CORRECTION', 'ERASURE', 'WITHDRAWAL', 'OBJECTION')),
        channel text not null check (channel in ('IN_PERSON', 'LETTER', 'EMAIL', 'TELEPHONE', 'WEB_FORM', 'OTHER')),
        received_on date not null,
        acknowledge_by date not null,
        due_on date not null,
        acknowledged_on date check (acknowledged_on >= received_on),
        completed_on date check (completed_on >= received_on),
        refused_on date check (refused_on >= received_on),
        refusal text,
        version int not null default 1,
        check (num_nonnulls(completed_on, refused_on) < 2),
        check (refusal is null or refused_on is not null)
      );
      create index data_request_union on data_request (union_id, due_on);
      create index data_request_person on data_request (person_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query("drop table data_request, data_request_term, public_holiday");
  }
}
