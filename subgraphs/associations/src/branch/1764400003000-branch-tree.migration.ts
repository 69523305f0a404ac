import type { MigrationInterface, QueryRunner } from "typeorm";

export class BranchTree1764400003000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table branch
        add parent_id text,
        add host_organisation text,
        add locality text,
        add check (parent_id <> id),
        add unique (association_id, id),
        -- A branch is below one of the same association.
        add constraint parent foreign key (association_id, parent_id) references branch (association_id, id);
      create index branch_parent on branch (parent_id);
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      alter table branch drop parent_id, drop host_organisation, drop locality, drop constraint branch_association_id_id_key;
    `);
  }
}
