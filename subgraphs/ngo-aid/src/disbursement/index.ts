import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateDisbursement1764000026000 } from "./1764000026000-create.migration";
import { Disbursement } from "./disbursement";
import { disbursementDemo, disbursementRecords } from "./disbursement.data";
import { disbursementMeasures } from "./disbursement.measures";
import { DisbursementResolver, ProjectDisbursementsResolver } from "./disbursement.resolver";
import { Disbursements } from "./disbursements";

export { Disbursement } from "./disbursement";

export const disbursements = defineDomain({
  tables: [Disbursement],
  resolvers: [DisbursementResolver, ProjectDisbursementsResolver],
  references: [reference(Disbursement, { open: published }, (scope, { id }: { id: string }) => scope.get(Disbursements).byId.load(id))],
  migrations: [CreateDisbursement1764000026000],
  measures: disbursementMeasures,
  records: [disbursementRecords],
  demo: [disbursementDemo],
});
