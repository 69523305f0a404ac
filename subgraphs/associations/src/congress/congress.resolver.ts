import { RequestScope } from "@huu-nghi/subgraph-kit";
import { FieldResolver, Resolver, Root } from "type-graphql";
import { FriendshipAssociation } from "../friendship-association";
import { Congress } from "./congress";
import { Congresses } from "./congresses";

@Resolver(() => FriendshipAssociation)
export class AssociationCongressResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [Congress], { description: "Its congresses, the first one first." })
  congresses(@Root() { id }: FriendshipAssociation) {
    return this.scope.get(Congresses).byAssociation.load(id);
  }

  @FieldResolver(() => Congress, { nullable: true, description: "The last congress that was held; null when none is known." })
  currentCongress(@Root() { id }: FriendshipAssociation) {
    return this.scope.get(Congresses).current(id);
  }
}
