import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateBranch1764000004000 } from "./1764000004000-create.migration";
import { Branch } from "./branch";
import { branchDemo, branchMeasures, branchRecords } from "./branch.data";
import { AssociationBranchResolver } from "./branch.resolver";
import { Branches } from "./branches";

export { Branch } from "./branch";
export { demoBranchIds } from "./branch.data";
export { Branches } from "./branches";

export const branches = defineDomain({
  tables: [Branch],
  resolvers: [AssociationBranchResolver],
  references: [reference(Branch, { open: published }, (scope, { id }: { id: string }) => scope.get(Branches).byId.load(id))],
  migrations: [CreateBranch1764000004000],
  measures: branchMeasures,
  records: [branchRecords],
  demo: [branchDemo],
});
