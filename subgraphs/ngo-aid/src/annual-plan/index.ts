import { defineDomain } from "@huu-nghi/subgraph-kit";
import { CreateAnnualPlan1764000027000 } from "./1764000027000-create.migration";
import { AnnualPlan } from "./annual-plan";
import { annualPlanDemo, annualPlanRecords } from "./annual-plan.data";
import { AnnualPlanResolver } from "./annual-plan.resolver";

export { AnnualPlan } from "./annual-plan";
export { AnnualPlans, plannedFor } from "./annual-plans";

export const annualPlans = defineDomain({
  tables: [AnnualPlan],
  resolvers: [AnnualPlanResolver],
  migrations: [CreateAnnualPlan1764000027000],
  records: [annualPlanRecords],
  demo: [annualPlanDemo],
});
