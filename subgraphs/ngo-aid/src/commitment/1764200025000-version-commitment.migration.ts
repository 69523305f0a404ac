import type { MigrationInterface, QueryRunner } from "typeorm";

export class VersionCommitment1764200025000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table commitment
        add version int not null default 1,
        add revises_id text references commitment on delete cascade,
        add withdrawn_on date,
        add check (revises_id is null or kind = 'REVISION'),
        add check (withdrawn_on is null or kind = 'ORIGINAL');
      create index commitment_revises on commitment (revises_id);
      create index commitment_withdrawn on commitment (withdrawn_on) where withdrawn_on is not null;

      -- What counts, each on its own day: every promise and every change of it, and against them, on the day on which a
      -- promise was withdrawn, all that it had come to. What was reported for the time before stays as it was.
      create view commitment_entry as
        select commitment.id, commitment.project_id, commitment.amount, commitment.currency, commitment.signed_on as counts_on
        from commitment
        union all
        select entry.id, entry.project_id, -entry.amount, entry.currency, promise.withdrawn_on
        from commitment promise join commitment entry on entry.id = promise.id or entry.revises_id = promise.id
        where promise.withdrawn_on is not null;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      drop view commitment_entry;
      alter table commitment drop version, drop revises_id, drop withdrawn_on;
    `);
  }
}
