import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateUnionSuccession1764400001100 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table union_succession (
        id text primary key,
        version int not null default 1,
        kind text not null check (kind in ('MERGER', 'DIVISION', 'SEPARATION', 'RENAMING')),
        predecessor_id text not null references friendship_union,
        successor_id text not null references friendship_union,
        effective_on partial_date not null,
        decision_number text,
        decided_on partial_date,
        decision_issuer text,
        source_id text references source,
        unique (predecessor_id, successor_id),
        check (predecessor_id <> successor_id)
      );
      create index union_succession_successor on union_succession (successor_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`drop table union_succession`);
  }
}
