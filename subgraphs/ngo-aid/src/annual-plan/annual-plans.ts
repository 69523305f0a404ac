import { manyBy, sql, type RequestScope } from "@huu-nghi/subgraph-kit";
import { AnnualPlan } from "./annual-plan";

/** What unions planned for a figure, as its measure takes it. */
export const plannedFor = (code: string) => sql`
  select plan.union_id, make_date(plan.year, 1, 1) as period_from, make_date(plan.year, 12, 31) as period_to, plan.amount as value, plan.currency as unit
  from annual_plan plan where plan.code = ${code}`;

export class AnnualPlans {
  constructor(private readonly scope: RequestScope) {}

  readonly ofUnion = manyBy(this.scope, AnnualPlan, "unionId", (a, b) => b.year - a.year || a.code.localeCompare(b.code));
}
