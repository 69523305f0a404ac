import type { MigrationInterface, QueryRunner } from "typeorm";

export class CountWithdrawals1764200028000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create or replace view aid_entry as
        select 'COMMITTED' as measure, entry.project_id, project.union_id, entry.amount, entry.currency, entry.counts_on as value_date
        from commitment_entry entry join aid_project project on project.id = entry.project_id
        union all
        select 'DISBURSED', disbursement.project_id, project.union_id, disbursement.amount, disbursement.currency, disbursement.paid_on
        from disbursement join aid_project project on project.id = disbursement.project_id;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      create or replace view aid_entry as
        select 'COMMITTED' as measure, commitment.project_id, project.union_id, commitment.amount, commitment.currency, commitment.signed_on as value_date
        from commitment join aid_project project on project.id = commitment.project_id
        union all
        select 'DISBURSED', disbursement.project_id, project.union_id, disbursement.amount, disbursement.currency, disbursement.paid_on
        from disbursement join aid_project project on project.id = disbursement.project_id;
    `);
  }
}
