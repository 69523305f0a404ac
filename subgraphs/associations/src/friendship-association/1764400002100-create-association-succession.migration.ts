import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateAssociationSuccession1764400002100 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table association_succession (
        id text primary key,
        version int not null default 1,
        kind text not null check (kind in ('MERGER', 'DIVISION', 'SEPARATION', 'RENAMING')),
        predecessor_id text not null references friendship_association,
        successor_id text not null references friendship_association,
        effective_on partial_date not null,
        decision_number text,
        decided_on partial_date,
        decision_issuer text,
        source_id text references source,
        unique (predecessor_id, successor_id),
        check (predecessor_id <> successor_id)
      );
      create index association_succession_successor on association_succession (successor_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table association_succession`);
  }
}
