import { defineDomain, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { FriendshipAssociations } from "../friendship-association";
import { CreateBranch1764000004000 } from "./1764000004000-create.migration";
import { VersionBranch1764200004000 } from "./1764200004000-version-branch.migration";
import { BranchTree1764400003000 } from "./1764400003000-branch-tree.migration";
import { BranchHome1764500002000 } from "./1764500002000-branch-home.migration";
import { Branch } from "./branch";
import { EarlierHome } from "./branch-home";
import { branchDemo, branchRecords } from "./branch.data";
import { branchMeasures } from "./branch.measures";
import { BranchChangesResolver } from "./branch-changes.resolver";
import { AssociationBranchResolver, BranchResolver, UnionBranchResolver } from "./branch.resolver";
import { Branches } from "./branches";

export { Branch } from "./branch";
export { earlierStays, membershipsIn } from "./branch-stays";
export { demoBranchIds } from "./branch.data";
export { Branches } from "./branches";

export const branches = defineDomain({
  tables: [Branch, EarlierHome],
  resolvers: [
    BranchResolver, AssociationBranchResolver, UnionBranchResolver, BranchChangesResolver,
    ...keptRecord(Branch, { unionsOf: (scope, { associationId }) => scope.get(FriendshipAssociations).unionsOf(associationId) }).resolvers,
  ],
  references: [reference(Branch, { open: published }, (scope, { id }: { id: string }) => scope.get(Branches).byId.load(id))],
  migrations: [CreateBranch1764000004000, VersionBranch1764200004000, BranchTree1764400003000, BranchHome1764500002000],
  measures: branchMeasures,
  records: [branchRecords],
  demo: [branchDemo],
});
