import { defineDomain, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { FriendshipAssociations } from "../friendship-association";
import { CreateAssociationSnapshot1764400004000 } from "./1764400004000-create.migration";
import { AssociationSnapshot } from "./association-snapshot";
import { associationSnapshotRecords } from "./association-snapshot.data";
import { snapshotDemo } from "./association-snapshot.demo";
import { AssociationSnapshotResolver, SnapshotsOfAssociationResolver } from "./association-snapshot.resolver";
import { AssociationSnapshots } from "./association-snapshots";
import { AssociationGrowthResolver, UnionGrowthResolver } from "./growth.resolver";

export const growth = defineDomain({
  tables: [AssociationSnapshot],
  resolvers: [
    UnionGrowthResolver, AssociationGrowthResolver, AssociationSnapshotResolver, SnapshotsOfAssociationResolver,
    ...keptRecord(AssociationSnapshot, { unionsOf: (scope, { associationId }) => scope.get(FriendshipAssociations).unionsOf(associationId) }).resolvers,
  ],
  references: [reference(AssociationSnapshot, { open: published }, (scope, { id }: { id: string }) => scope.get(AssociationSnapshots).byId.load(id))],
  migrations: [CreateAssociationSnapshot1764400004000],
  records: [associationSnapshotRecords],
  demo: snapshotDemo,
});
