import { ForOfficers, LocalDate, Names, Open, PageArgs, pageOf, payloadOf, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Union, Unions } from "../union";
import { MemberOrganisation, MemberOrganisationKind } from "./member-organisation";
import { ChangeMemberOrganisationInput, CorrectMemberOrganisationInput, CreateMemberOrganisationInput, EndMemberOrganisationInput } from "./member-organisation.input";
import { MemberOrganisations } from "./member-organisations";

const MemberOrganisationPage = pageOf(MemberOrganisation, "MemberOrganisation");
const MemberOrganisationPayload = payloadOf(MemberOrganisation, "MemberOrganisation");

@ArgsType()
class MemberOrganisationArgs extends PageArgs {
  @Names("Union")
  @Field(() => ID, { nullable: true, description: "Whose record this union keeps, or which has a membership in an association of exactly this union." })
  union?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also of the unions below `union`; false when not given." })
  includeDescendants?: boolean | null;

  @Names("FriendshipAssociation")
  @Field(() => ID, { nullable: true, description: "With a membership in this association." })
  association?: string | null;

  @Field(() => MemberOrganisationKind, { nullable: true, description: "Only of this kind." })
  kind?: MemberOrganisationKind | null;

  @Field(() => LocalDate, { nullable: true, description: "With a membership on this day; with or without one when not given." })
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: "Whose name holds each word of this, in any order; accents and case do not matter." })
  text?: string | null;
}

@Resolver(() => MemberOrganisation)
export class MemberOrganisationResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => MemberOrganisationPage, {
    nullable: true,
    description: "Organisations that are or may become members: the published ones, and to officers all of their unions, by their Vietnamese names. Those of demo unions only where `union` or `association` names theirs.",
  })
  memberOrganisations(@Args(() => MemberOrganisationArgs) { union, includeDescendants, association, kind, asOf, text, ...page }: MemberOrganisationArgs) {
    const filter = { unionId: union, includeDescendants: includeDescendants ?? false, associationId: association, kind, asOf, text };
    return this.scope.get(MemberOrganisations).page(filter, page);
  }

  @Open(published)
  @Query(() => MemberOrganisation, { nullable: true, description: "One organisation; null when there is none with this id, or when it is not published and your roles do not reach it." })
  memberOrganisation(@Arg("id", () => ID, { description: "Its id." }) id: string) {
    return this.scope.get(MemberOrganisations).known(id);
  }

  @FieldResolver(() => Union, { description: "The union whose officers keep its record." })
  union(@Root() { unionId }: MemberOrganisation) {
    return this.scope.get(Unions).byId.load(unionId);
  }

  @FieldResolver(() => String, { nullable: true, description: "Whom to turn to there; for officers of its union. Null when it is not known." })
  contact(@Root() { unionId, contact }: MemberOrganisation) {
    this.scope.viewer.require("officer", unionId);
    return contact;
  }
}

@Resolver()
export class MemberOrganisationChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => MemberOrganisationPayload, { nullable: true, description: "Writes an organisation down that is or may become a member. For officers of its union." })
  async createMemberOrganisation(@Arg("input", () => CreateMemberOrganisationInput, { description: "The organisation." }) input: CreateMemberOrganisationInput) {
    return { changed: await this.scope.get(MemberOrganisations).create(input) };
  }

  @ForOfficers()
  @Mutation(() => MemberOrganisationPayload, { nullable: true, description: "Says that an organisation changed, such as its name or address. For officers of its union." })
  async changeMemberOrganisation(@Arg("input", () => ChangeMemberOrganisationInput, { description: "What changes." }) input: ChangeMemberOrganisationInput) {
    return { changed: await this.scope.get(MemberOrganisations).change(input) };
  }

  @ForOfficers()
  @Mutation(() => MemberOrganisationPayload, { nullable: true, description: "Says that an organisation was closed. Its memberships last until each is ended by endMembership. For officers of its union." })
  async endMemberOrganisation(@Arg("input", () => EndMemberOrganisationInput, { description: "When, and why." }) input: EndMemberOrganisationInput) {
    return { changed: await this.scope.get(MemberOrganisations).end(input) };
  }

  @ForOfficers()
  @Mutation(() => MemberOrganisationPayload, { nullable: true, description: "Puts right what was written down wrongly of an organisation. For officers of its union." })
  async correctMemberOrganisation(@Arg("input", () => CorrectMemberOrganisationInput, { description: "What is right." }) input: CorrectMemberOrganisationInput) {
    return { changed: await this.scope.get(MemberOrganisations).correct(input) };
  }
}
