import { LocalDate, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Args, ArgsType, Field, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Branch } from "../branch";
import { BranchMembers } from "./branch-members";

@ArgsType()
class MemberArgs {
  @Field(() => LocalDate, { nullable: true, description: "On this day; today when not given." })
  asOf?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also in the branches below it, at every depth; false when not given." })
  includeDescendants?: boolean | null;
}

@Resolver(() => Branch)
export class BranchMembersResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Int, { nullable: true, description: "Memberships in it on this day; null where none was ever recorded." })
  async membershipCount(@Root() { id: branchId }: Branch, @Args(() => MemberArgs) { asOf, includeDescendants }: MemberArgs) {
    const counts = await this.scope.get(BranchMembers).counts.load({ branchId, asOf: asOf ?? today(), below: includeDescendants ?? false });
    return counts?.memberships ?? null;
  }

  @FieldResolver(() => Int, { nullable: true, description: "People with a membership in it on this day, each counted once; null where none was ever recorded." })
  async peopleCount(@Root() { id: branchId }: Branch, @Args(() => MemberArgs) { asOf, includeDescendants }: MemberArgs) {
    const counts = await this.scope.get(BranchMembers).counts.load({ branchId, asOf: asOf ?? today(), below: includeDescendants ?? false });
    return counts?.people ?? null;
  }
}
