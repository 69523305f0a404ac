import { defineDomain, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { AidProjects } from "../aid-project";
import { CreateDisbursement1764000026000 } from "./1764000026000-create.migration";
import { VersionDisbursement1764200026000 } from "./1764200026000-version-disbursement.migration";
import { DisbursementChangesResolver } from "./disbursement-changes.resolver";
import { Disbursement } from "./disbursement";
import { disbursementDemo, disbursementRecords } from "./disbursement.data";
import { disbursementMeasures } from "./disbursement.measures";
import { DisbursementResolver, ProjectDisbursementsResolver } from "./disbursement.resolver";
import { Disbursements } from "./disbursements";

export { Disbursement } from "./disbursement";

const history = keptRecord(Disbursement, {
  unionsOf: async (scope, { projectId }) => {
    const project = await scope.get(AidProjects).byId.load(projectId);
    return project ? [project.unionId] : [];
  },
});

export const disbursements = defineDomain({
  tables: [Disbursement],
  resolvers: [DisbursementResolver, ProjectDisbursementsResolver, DisbursementChangesResolver, ...history.resolvers],
  references: [reference(Disbursement, { open: published }, (scope, { id }: { id: string }) => scope.get(Disbursements).byId.load(id))],
  migrations: [CreateDisbursement1764000026000, VersionDisbursement1764200026000],
  measures: disbursementMeasures,
  records: [disbursementRecords],
  demo: [disbursementDemo],
});
