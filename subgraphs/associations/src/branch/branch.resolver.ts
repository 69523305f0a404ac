import { LocalDate, Open, pageOf, published, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Arg, Args, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { FriendshipAssociation, FriendshipAssociations } from "../friendship-association";
import { Union } from "../union";
import { Branch } from "./branch";
import { BranchHome } from "./branch-home";
import { AssociationBranchArgs, BranchArgs, BranchCount, StandingBranchArgs } from "./branch.args";
import { BranchTree } from "./branch-tree";
import { Branches } from "./branches";

const BranchPage = pageOf(Branch, "Branch");

const countsOnDay = "How many stand on this day by host kind, each kind once; null where no branch was recorded by then, and nobody declared that there was none.";
const onDay = { nullable: true, description: "On this day; today when not given." };

@Resolver(() => Branch)
export class BranchResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => Branch, { nullable: true, description: "One branch; null when there is none with this id." })
  branch(@Arg("id", () => ID, { description: "Its id." }) id: string) {
    return this.scope.get(Branches).byId.load(id);
  }

  @Open(published)
  @Query(() => BranchPage, { nullable: true, description: "Branches, by their Vietnamese names; those of demo unions only where `union`, `association` or `parent` names theirs." })
  branches(@Args(() => BranchArgs) { first, after, union, association, parent, asOf, ...filter }: BranchArgs) {
    return this.scope.get(Branches).page({ asOf: asOf ?? today(), unionId: union, associationId: association, parentId: parent, ...filter }, { first, after });
  }

  @FieldResolver(() => FriendshipAssociation, { description: "The association that it is part of." })
  association(@Root() { associationId }: Branch) {
    return this.scope.get(FriendshipAssociations).byId.load(associationId);
  }

  @FieldResolver(() => Branch, { nullable: true, description: "The branch that it is below; null when it is right below the association." })
  parent(@Root() { parentId }: Branch) {
    return parentId === null ? null : this.scope.get(Branches).byId.load(parentId);
  }

  @FieldResolver(() => [BranchHome], { description: "Where it had its home, the first one first; the last one is where it has it now." })
  homes(@Root() branch: Branch): Promise<BranchHome[]> {
    return this.scope.get(Branches).homes(branch);
  }

  @FieldResolver(() => BranchPage, { nullable: true, description: "The branches right below it, by their Vietnamese names." })
  children(@Root() { id }: Branch, @Args(() => StandingBranchArgs) { asOf, ...page }: StandingBranchArgs) {
    return this.scope.get(Branches).ofBranch(id, { asOf: asOf ?? today() }, page);
  }

  @FieldResolver(() => [Branch], { description: "The branches above it, the outermost first; empty when it is right below the association." })
  async ancestors(@Root() { id }: Branch) {
    return this.scope.get(Branches).byId.loadMany(await this.scope.get(BranchTree).ancestors.load(id));
  }

  @FieldResolver(() => Int, { description: "How many branches are above it: 0 right below the association." })
  async depth(@Root() { id }: Branch) {
    return (await this.scope.get(BranchTree).ancestors.load(id)).length;
  }
}

@Resolver(() => FriendshipAssociation)
export class AssociationBranchResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => BranchPage, { nullable: true, description: "Its branches, at every depth, by their Vietnamese names." })
  branches(@Root() { id }: FriendshipAssociation, @Args(() => AssociationBranchArgs) { first, after, asOf, ...filter }: AssociationBranchArgs) {
    return this.scope.get(Branches).ofAssociation(id, { asOf: asOf ?? today(), ...filter }, { first, after });
  }

  @FieldResolver(() => [BranchCount], { nullable: true, description: countsOnDay })
  branchCounts(@Root() { id }: FriendshipAssociation, @Arg("asOf", () => LocalDate, onDay) asOf?: string | null): Promise<BranchCount[] | null> {
    return this.scope.get(Branches).counts.load({ of: "association", id, asOf: asOf ?? today() });
  }
}

@Resolver(() => Union)
export class UnionBranchResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [BranchCount], { nullable: true, description: `Branches of its associations. ${countsOnDay}` })
  branchCounts(@Root() { id }: Union, @Arg("asOf", () => LocalDate, onDay) asOf?: string | null): Promise<BranchCount[] | null> {
    return this.scope.get(Branches).counts.load({ of: "union", id, asOf: asOf ?? today() });
  }
}
