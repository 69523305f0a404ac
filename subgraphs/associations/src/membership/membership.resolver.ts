import { LocalDate, Needs, PageArgs, pageOf, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Branch, Branches } from "../branch";
import { FriendshipAssociation, FriendshipAssociations } from "../friendship-association";
import { People, Person } from "../person";
import { Membership } from "./membership";
import { Memberships } from "./memberships";

const MembershipPage = pageOf(Membership, "Membership");

@ArgsType()
class MembershipArgs extends PageArgs {
  @Field(() => LocalDate, { nullable: true, description: "Those that stand on this day; today when not given." })
  asOf?: string | null;
}

@Resolver(() => Membership)
export class MembershipResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => FriendshipAssociation, { description: "The association." })
  association(@Root() { associationId }: Membership) {
    return this.scope.get(FriendshipAssociations).byId.load(associationId);
  }

  @FieldResolver(() => Branch, { nullable: true, description: "The branch of the association; null when it is in none, or nobody says in which." })
  branch(@Root() { branchId }: Membership) {
    return branchId === null ? null : this.scope.get(Branches).byId.load(branchId);
  }

  // An officer of another union of the same person may see the person, and still not that this membership is the person's.
  @FieldResolver(() => Person, { nullable: true, description: "Whose it is; for officers of the association's union." })
  async person(@Root() { associationId, personId }: Membership) {
    const association = await this.scope.get(FriendshipAssociations).byId.load(associationId);
    this.scope.viewer.require("officer", association?.unionId);
    return this.scope.get(People).byId.load(personId);
  }
}

@Resolver(() => Person)
export class PersonMembershipResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => MembershipPage, { nullable: true, description: "The person's memberships in associations of the unions whose officer you are, today's and earlier ones, newest first." })
  memberships(@Root() { id }: Person, @Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Memberships).ofPerson(id, args);
  }
}

@Resolver(() => FriendshipAssociation)
export class AssociationMembershipResolver {
  constructor(private readonly scope: RequestScope) {}

  @Needs<FriendshipAssociation>("viewer", ({ unionId }) => unionId)
  @FieldResolver(() => MembershipPage, { nullable: true, description: "Its memberships on a day, newest first; for signed-in viewers of its union." })
  memberships(@Root() { id }: FriendshipAssociation, @Args(() => MembershipArgs) { asOf, ...page }: MembershipArgs) {
    return this.scope.get(Memberships).ofAssociation(id, asOf ?? today(), page);
  }

  @FieldResolver(() => Int, { nullable: true, description: "Memberships on this day, today when not given; null where none was ever recorded." })
  async membershipCount(@Root() { id }: FriendshipAssociation, @Arg("asOf", () => LocalDate, { nullable: true, description: "On this day; today when not given." }) asOf?: string | null) {
    const counts = await this.scope.get(Memberships).counts.load({ associationId: id, asOf: asOf ?? today() });
    return counts?.memberships ?? null;
  }

  @FieldResolver(() => Int, { nullable: true, description: "People with a membership on this day, each counted once; null where no membership was ever recorded." })
  async peopleCount(@Root() { id }: FriendshipAssociation, @Arg("asOf", () => LocalDate, { nullable: true, description: "On this day; today when not given." }) asOf?: string | null) {
    const counts = await this.scope.get(Memberships).counts.load({ associationId: id, asOf: asOf ?? today() });
    return counts?.people ?? null;
  }
}
