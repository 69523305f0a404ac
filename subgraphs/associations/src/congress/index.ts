import { defineDomain, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { FriendshipAssociations } from "../friendship-association";
import { CreateCongress1764000003000 } from "./1764000003000-create.migration";
import { VersionCongress1764200003000 } from "./1764200003000-version-congress.migration";
import { CongressBodies1764400003100 } from "./1764400003100-congress-bodies.migration";
import { Congress } from "./congress";
import { CongressBody } from "./congress-body";
import { CongressChangesResolver } from "./congress-changes.resolver";
import { congressDemo, congressRecords } from "./congress.data";
import { congressMeasures } from "./congress.measures";
import { AssociationCongressResolver, CongressResolver, EndingTenureResolver } from "./congress.resolver";
import { Congresses } from "./congresses";

export const congresses = defineDomain({
  tables: [Congress, CongressBody],
  resolvers: [
    CongressResolver, EndingTenureResolver, AssociationCongressResolver, CongressChangesResolver,
    ...keptRecord(Congress, { unionsOf: (scope, { associationId }) => scope.get(FriendshipAssociations).unionsOf(associationId) }).resolvers,
  ],
  references: [reference(Congress, { open: published }, (scope, { id }: { id: string }) => scope.get(Congresses).byId.load(id))],
  migrations: [CreateCongress1764000003000, VersionCongress1764200003000, CongressBodies1764400003100],
  measures: congressMeasures,
  records: [congressRecords],
  demo: congressDemo,
});
