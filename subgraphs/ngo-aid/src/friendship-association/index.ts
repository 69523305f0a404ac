import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { FriendshipAssociation } from "./friendship-association";
import { FriendshipAssociationResolver, ProjectAssociationsResolver } from "./friendship-association.resolver";

export const friendshipAssociations = defineDomain({
  resolvers: [FriendshipAssociationResolver, ProjectAssociationsResolver],
  references: [reference(FriendshipAssociation, { open: published }, (_scope, { id }: { id: string }) => ({ id }))],
});
