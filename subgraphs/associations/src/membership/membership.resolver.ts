import { ForOfficers, LocalDate, Names, Needs, PageArgs, pageOf, payloadOf, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Int, Mutation, Resolver, Root } from "type-graphql";
import { Branch, Branches } from "../branch";
import { FriendshipAssociation, FriendshipAssociations } from "../friendship-association";
import { MemberOrganisation, MemberOrganisations } from "../organisation";
import { People, Person, PersonPayload } from "../person";
import { MemberCounts } from "./member-counts";
import { LeavingReason, MemberKind, Membership, MembershipStatus } from "./membership";
import { ChangeMembershipInput, CorrectMembershipInput, CreateMembershipInput, CreatePersonInput, EndMembershipInput } from "./membership.input";
import { MembershipStay } from "./membership-stay";
import { Memberships } from "./memberships";

const MembershipPage = pageOf(Membership, "Membership");
const MembershipPayload = payloadOf(Membership, "Membership");

@ArgsType()
class BranchMembershipArgs extends PageArgs {
  @Field(() => LocalDate, { nullable: true, description: "Those that stand on this day; today when not given." })
  asOf?: string | null;

  @Field(() => MemberKind, { nullable: true, description: "Only of people, or only of organisations." })
  memberKind?: MemberKind | null;

  @Field(() => MembershipStatus, { nullable: true, description: "Only of members of this kind." })
  status?: MembershipStatus | null;
}

@ArgsType()
class MembershipArgs extends BranchMembershipArgs {
  @Names("Branch")
  @Field(() => ID, { nullable: true, description: "Only in this branch." })
  branch?: string | null;
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

  @FieldResolver(() => [MembershipStay], { description: "In which branches the member was and as what, the first one first; the last one is what is so now." })
  stays(@Root() membership: Membership): Promise<MembershipStay[]> {
    return this.scope.get(Memberships).stays(membership);
  }

  @FieldResolver(() => MemberKind, { description: "Whether the member is a person or an organisation." })
  memberKind(@Root() { personId }: Membership) {
    return personId === null ? MemberKind.ORGANISATION : MemberKind.INDIVIDUAL;
  }

  // An officer of another union of the same person may see the person, and still not that this membership is the person's.
  @FieldResolver(() => Person, { nullable: true, description: "Which person's it is; for officers of the association's union. Null for an organisation's." })
  async person(@Root() { associationId, personId }: Membership) {
    await this.requireOfficer(associationId);
    return personId === null ? null : this.scope.get(People).byId.load(personId);
  }

  @FieldResolver(() => MemberOrganisation, { nullable: true, description: "Which organisation's it is; null for a person's, and for one that is not published where your roles do not reach it." })
  organisation(@Root() { organisationId }: Membership) {
    return organisationId === null ? null : this.scope.get(MemberOrganisations).known(organisationId);
  }

  @FieldResolver(() => LeavingReason, { nullable: true, description: "Why it ended; for officers of the association's union. Null while it lasts, or when nobody says." })
  async leavingReason(@Root() { associationId, leavingReason }: Membership) {
    await this.requireOfficer(associationId);
    return leavingReason;
  }

  @FieldResolver(() => String, { nullable: true, description: "What else is to be known of its end; for officers of the association's union." })
  async leavingNote(@Root() { associationId, leavingNote }: Membership) {
    await this.requireOfficer(associationId);
    return leavingNote;
  }

  private async requireOfficer(associationId: string) {
    const [unionId] = await this.scope.get(FriendshipAssociations).unionsOf(associationId);
    this.scope.viewer.require("officer", unionId);
  }
}

@Resolver(() => MembershipStay)
export class MembershipStayResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => Branch, { nullable: true, description: "The branch; null when it was none, or nobody says in which." })
  branch(@Root() { branchId }: MembershipStay) {
    return branchId === null ? null : this.scope.get(Branches).byId.load(branchId);
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

@Resolver(() => MemberOrganisation)
export class MemberOrganisationMembershipResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => MembershipPage, { nullable: true, description: "Its memberships in associations of the unions that your roles reach, today's and earlier ones, newest first." })
  memberships(@Root() { id }: MemberOrganisation, @Args(() => PageArgs) args: PageArgs) {
    return this.scope.get(Memberships).ofOrganisation(id, args);
  }
}

@Resolver(() => Branch)
export class BranchMembershipResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => MembershipPage, { nullable: true, description: "Its memberships on a day, newest first; for signed-in viewers of its association's union." })
  async memberships(@Root() { id, associationId }: Branch, @Args(() => BranchMembershipArgs) { asOf, memberKind, status, ...page }: BranchMembershipArgs) {
    const [unionId] = await this.scope.get(FriendshipAssociations).unionsOf(associationId);
    this.scope.viewer.require("viewer", unionId);
    return this.scope.get(Memberships).ofBranch(id, { asOf: asOf ?? today(), memberKind, status }, page);
  }
}

@Resolver(() => FriendshipAssociation)
export class AssociationMembershipResolver {
  constructor(private readonly scope: RequestScope) {}

  @Needs<FriendshipAssociation>("viewer", ({ unionId }) => unionId)
  @FieldResolver(() => MembershipPage, { nullable: true, description: "Its memberships on a day, newest first; for signed-in viewers of its union." })
  memberships(@Root() { id }: FriendshipAssociation, @Args(() => MembershipArgs) { asOf, branch, memberKind, status, ...page }: MembershipArgs) {
    return this.scope.get(Memberships).ofAssociation(id, { asOf: asOf ?? today(), branchId: branch, memberKind, status }, page);
  }

  @FieldResolver(() => Int, { nullable: true, description: "Memberships, of people and of organisations, on this day, today when not given; null where none was recorded by then, and nobody declared that there was none." })
  async membershipCount(@Root() { id }: FriendshipAssociation, @Arg("asOf", () => LocalDate, { nullable: true, description: "On this day; today when not given." }) asOf?: string | null) {
    const counts = await this.counts(id, asOf);
    return counts?.memberships ?? null;
  }

  @FieldResolver(() => Int, { nullable: true, description: "People with a membership on this day, each counted once; null where no membership of a person was recorded by then, and nobody declared that there was none." })
  async peopleCount(@Root() { id }: FriendshipAssociation, @Arg("asOf", () => LocalDate, { nullable: true, description: "On this day; today when not given." }) asOf?: string | null) {
    const counts = await this.counts(id, asOf);
    return counts?.people ?? null;
  }

  private counts = (id: string, asOf: string | null | undefined) => this.scope.get(MemberCounts).of({ of: "association", asOf: asOf ?? today(), includeDescendants: false, status: null }, id);
}

@Resolver()
export class MembershipChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => PersonPayload, { nullable: true, description: "Writes a person down, with the first membership, the first position or both. For officers of the union where these are." })
  async createPerson(@Arg("input", () => CreatePersonInput, { description: "The person." }) input: CreatePersonInput) {
    return { changed: await this.scope.get(Memberships).createPerson(input) };
  }

  @ForOfficers()
  @Mutation(() => MembershipPayload, { nullable: true, description: "Writes a membership of a known person or organisation down. For officers of the association's union, who may see the member." })
  async createMembership(@Arg("input", () => CreateMembershipInput, { description: "The membership." }) input: CreateMembershipInput) {
    return { changed: await this.scope.get(Memberships).create(input) };
  }

  @ForOfficers()
  @Mutation(() => MembershipPayload, { nullable: true, description: "Says that a member went to another branch, or became another kind of member; what was before stays true of the days before `changedOn`. For officers of the association's union." })
  async changeMembership(@Arg("input", () => ChangeMembershipInput, { description: "What changes." }) input: ChangeMembershipInput) {
    return { changed: await this.scope.get(Memberships).change(input) };
  }

  @ForOfficers()
  @Mutation(() => MembershipPayload, { nullable: true, description: "Says that a membership ended. Who comes back gets another one by createMembership. For officers of the association's union." })
  async endMembership(@Arg("input", () => EndMembershipInput, { description: "When, and why." }) input: EndMembershipInput) {
    return { changed: await this.scope.get(Memberships).end(input) };
  }

  @ForOfficers()
  @Mutation(() => MembershipPayload, { nullable: true, description: "Puts right what was written down wrongly of a membership. For officers of the association's union." })
  async correctMembership(@Arg("input", () => CorrectMembershipInput, { description: "What is right." }) input: CorrectMembershipInput) {
    return { changed: await this.scope.get(Memberships).correct(input) };
  }
}
