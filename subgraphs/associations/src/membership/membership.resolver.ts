import { ForOfficers, LocalDate, Needs, PageArgs, pageOf, payloadOf, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { Branch, Branches } from "../branch";
import { FriendshipAssociation, FriendshipAssociations } from "../friendship-association";
import { CreatePersonInput, People, Person, PersonPayload } from "../person";
import { Membership } from "./membership";
import { ChangeMembershipInput, CorrectMembershipInput, CreateMembershipInput, EndMembershipInput } from "./membership.input";
import { Memberships } from "./memberships";

const MembershipPage = pageOf(Membership, "Membership");
const MembershipPayload = payloadOf(Membership, "Membership");

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

@Resolver()
export class MembershipChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => PersonPayload, { nullable: true, description: "Writes a person down, with the first membership. For officers of the union of its association." })
  async createPerson(@Arg("input", () => CreatePersonInput, { description: "The person." }) input: CreatePersonInput) {
    return { changed: await this.scope.get(Memberships).createPerson(input) };
  }

  @ForOfficers()
  @Mutation(() => MembershipPayload, { nullable: true, description: "Writes a membership of a known person down. For officers of the association's union, who may see the person." })
  async createMembership(@Arg("input", () => CreateMembershipInput, { description: "The membership." }) input: CreateMembershipInput) {
    return { changed: await this.scope.get(Memberships).create(input) };
  }

  @ForOfficers()
  @Mutation(() => MembershipPayload, { nullable: true, description: "Says that a member went to another branch. For officers of the association's union." })
  async changeMembership(@Arg("input", () => ChangeMembershipInput, { description: "What changes." }) input: ChangeMembershipInput) {
    return { changed: await this.scope.get(Memberships).change(input) };
  }

  @ForOfficers()
  @Mutation(() => MembershipPayload, { nullable: true, description: "Says that a membership ended. For officers of the association's union." })
  async endMembership(@Arg("input", () => EndMembershipInput, { description: "When, and why." }) input: EndMembershipInput) {
    return { changed: await this.scope.get(Memberships).end(input) };
  }

  @ForOfficers()
  @Mutation(() => MembershipPayload, { nullable: true, description: "Puts right what was written down wrongly of a membership. For officers of the association's union." })
  async correctMembership(@Arg("input", () => CorrectMembershipInput, { description: "What is right." }) input: CorrectMembershipInput) {
    return { changed: await this.scope.get(Memberships).correct(input) };
  }
}
