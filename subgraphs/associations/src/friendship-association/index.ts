import { defineDomain, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateFriendshipAssociation1764000002000 } from "./1764000002000-create.migration";
import { VersionFriendshipAssociation1764200002000 } from "./1764200002000-version-friendship-association.migration";
import { PlaceFriendshipAssociation1764400002000 } from "./1764400002000-place-friendship-association.migration";
import { CreateAssociationSuccession1764400002100 } from "./1764400002100-create-association-succession.migration";
import { AssociationCoverage1764500002200 } from "./1764500002200-association-coverage.migration";
import { AssociationCountry } from "./association-country";
import { EarlierCoverage } from "./association-coverage";
import { AssociationGroup } from "./association-group";
import { AssociationName } from "./association-name";
import { AssociationPlaceResolver, CountryGroupResolver } from "./association-place.resolver";
import { AssociationSuccessionResolver, SucceedingAssociationResolver } from "./association-succession.resolver";
import { AssociationSuccession } from "./association-succession";
import { FriendshipAssociation } from "./friendship-association";
import { associationDemo, associationRecords, associationSuccessionRecords } from "./friendship-association.data";
import { associationMeasures } from "./friendship-association.measures";
import { CountryAssociationsResolver, FriendshipAssociationChangesResolver, FriendshipAssociationResolver, UnionAssociationsResolver } from "./friendship-association.resolver";
import { FriendshipAssociations } from "./friendship-associations";

export { associationsOfCountry } from "./association-countries";
export { holdWithinLife } from "./association-life";
export { FriendshipAssociation } from "./friendship-association";
export { FriendshipAssociations } from "./friendship-associations";
export { holdAssociation } from "./hold-association";

export const friendshipAssociations = defineDomain({
  tables: [FriendshipAssociation, AssociationCountry, AssociationGroup, AssociationName, EarlierCoverage, AssociationSuccession],
  resolvers: [
    FriendshipAssociationResolver, FriendshipAssociationChangesResolver, UnionAssociationsResolver, CountryAssociationsResolver,
    AssociationPlaceResolver, CountryGroupResolver, SucceedingAssociationResolver, AssociationSuccessionResolver,
    ...keptRecord(FriendshipAssociation, { unionsOf: (_scope, { unionId }) => [unionId] }).resolvers,
    ...keptRecord(AssociationSuccession, {
      unionsOf: async (scope, { predecessorId, successorId }) => (await Promise.all([predecessorId, successorId].map(id => scope.get(FriendshipAssociations).unionsOf(id)))).flat(),
    }).resolvers,
  ],
  references: [reference(FriendshipAssociation, { open: published }, (scope, { id }: { id: string }) => scope.get(FriendshipAssociations).byId.load(id))],
  migrations: [
    CreateFriendshipAssociation1764000002000, VersionFriendshipAssociation1764200002000, PlaceFriendshipAssociation1764400002000, CreateAssociationSuccession1764400002100,
    AssociationCoverage1764500002200,
  ],
  measures: associationMeasures,
  records: [associationRecords, associationSuccessionRecords],
  demo: associationDemo,
});
