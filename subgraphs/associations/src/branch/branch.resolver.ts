import { PageArgs, pageOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Args, FieldResolver, Resolver, Root } from "type-graphql";
import { FriendshipAssociation } from "../friendship-association";
import { Branch } from "./branch";
import { Branches } from "./branches";

const BranchPage = pageOf(Branch, "Branch");

@Resolver(() => FriendshipAssociation)
export class AssociationBranchResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => BranchPage, { nullable: true, description: "Its branches of today, by their Vietnamese names." })
  branches(@Root() { id }: FriendshipAssociation, @Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Branches).ofAssociation(id, args);
  }
}
