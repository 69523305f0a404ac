import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateFriendshipAssociation1764000002000 } from "./1764000002000-create.migration";
import { AssociationCountry } from "./association-country";
import { FriendshipAssociation } from "./friendship-association";
import { associationDemo, associationRecords } from "./friendship-association.data";
import { associationMeasures } from "./friendship-association.measures";
import { CountryAssociationsResolver, FriendshipAssociationResolver, UnionAssociationsResolver } from "./friendship-association.resolver";
import { FriendshipAssociations } from "./friendship-associations";

export { FriendshipAssociation } from "./friendship-association";
export { FriendshipAssociations } from "./friendship-associations";

export const friendshipAssociations = defineDomain({
  tables: [FriendshipAssociation, AssociationCountry],
  resolvers: [FriendshipAssociationResolver, UnionAssociationsResolver, CountryAssociationsResolver],
  references: [reference(FriendshipAssociation, { open: published }, (scope, { id }: { id: string }) => scope.get(FriendshipAssociations).byId.load(id))],
  migrations: [CreateFriendshipAssociation1764000002000],
  measures: associationMeasures,
  records: [associationRecords],
  demo: associationDemo,
});
