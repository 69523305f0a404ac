import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { FriendshipAssociation } from "./friendship-association";

export { FriendshipAssociation, unionOfAssociation } from "./friendship-association";

export const friendshipAssociations = defineDomain({
  references: [reference(FriendshipAssociation, { open: published }, (_scope, { id }: { id: string }) => ({ id }))],
});
