import { CountryCode, ForOfficers, LocalDate, Names, Open, PageArgs, pageOf, payloadOf, published, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Country } from "../country";
import { Founding, Foundings } from "../founding";
import { Union, Unions } from "../union";
import { givenGroup } from "./association-countries";
import { AssociationLevel, FriendshipAssociation } from "./friendship-association";
import {
  ChangeFriendshipAssociationInput, CorrectFriendshipAssociationInput, CreateFriendshipAssociationInput, EndFriendshipAssociationInput,
} from "./friendship-association.input";
import { FriendshipAssociations } from "./friendship-associations";

const FriendshipAssociationPayload = payloadOf(FriendshipAssociation, "FriendshipAssociation");
const FriendshipAssociationPage = pageOf(FriendshipAssociation, "FriendshipAssociation");

@ArgsType()
class StandingArgs extends PageArgs {
  @Field(() => LocalDate, { nullable: true, description: "Those that stand on this day; today when not given." })
  asOf?: string | null;
}

@ArgsType()
class FriendshipAssociationArgs extends StandingArgs {
  @Names("Union")
  @Field(() => ID, { nullable: true, description: "Of exactly this union." })
  union?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also of the unions below `union`; false when not given." })
  includeDescendants?: boolean | null;

  @Field(() => CountryCode, { nullable: true, description: "With this country, by its name or as a member of a group on that day." })
  country?: string | null;

  @Field(() => String, { nullable: true, description: "Whose name, or an earlier one, contains this, in either language; accents and case do not matter." })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also of the unions whose place `union` took, and those before them; false when not given." })
  includePredecessors?: boolean | null;

  @Field(() => ID, { nullable: true, description: "For this group of countries, such as ASEAN." })
  group?: string | null;

  @Field(() => AssociationLevel, { nullable: true, description: "Of this level." })
  level?: AssociationLevel | null;
}

@ArgsType()
class CountryAssociationArgs extends StandingArgs {
  @Names("Union")
  @Field(() => ID, { nullable: true, description: "Of exactly this union." })
  union?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also of the unions below `union`; false when not given." })
  includeDescendants?: boolean | null;
}

@ArgsType()
class StandingThereArgs {
  @Field(() => LocalDate, { nullable: true, description: "On this day; today when not given." })
  asOf?: string | null;

  @Names("Union")
  @Field(() => ID, { nullable: true, description: "Of exactly this union; of any that is not made up when not given." })
  union?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also of the unions below `union`; false when not given." })
  includeDescendants?: boolean | null;
}

@Resolver(() => FriendshipAssociation)
export class FriendshipAssociationResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => FriendshipAssociation, { nullable: true, description: "One association; null when there is none with this id." })
  friendshipAssociation(@Arg("id", () => ID, { description: "Such as dong-nai:la." }) id: string) {
    return this.scope.get(FriendshipAssociations).byId.load(id);
  }

  @Open(published)
  @Query(() => FriendshipAssociationPage, { nullable: true, description: "Friendship associations, by their Vietnamese names; those of demo unions only where `union` names theirs." })
  friendshipAssociations(@Args(() => FriendshipAssociationArgs) { first, after, union, asOf, group, ...filter }: FriendshipAssociationArgs) {
    const asked = { ...filter, asOf: asOf ?? today(), unionId: union, group: group == null ? null : givenGroup("group", group) };
    return this.scope.get(FriendshipAssociations).page(asked, { first, after });
  }

  @FieldResolver(() => Union, { description: "The union that it belongs to." })
  union(@Root() { unionId }: FriendshipAssociation) {
    return this.scope.get(Unions).byId.load(unionId);
  }

  @FieldResolver(() => Founding, { description: "When it was founded, by each source that says so." })
  founding(@Root() association: FriendshipAssociation) {
    return this.scope.get(Foundings).of("FriendshipAssociation", association);
  }
}

@Resolver()
export class FriendshipAssociationChangesResolver {
  constructor(private readonly scope: RequestScope) {}

  @ForOfficers()
  @Mutation(() => FriendshipAssociationPayload, { nullable: true, description: "Writes a friendship association down. For officers of its union." })
  async createFriendshipAssociation(@Arg("input", () => CreateFriendshipAssociationInput, { description: "The association." }) input: CreateFriendshipAssociationInput) {
    return { changed: await this.scope.get(FriendshipAssociations).create(input) };
  }

  @ForOfficers()
  @Mutation(() => FriendshipAssociationPayload, { nullable: true, description: "Says that a friendship association changed: its name, what it is for, its level or what it is below. For officers of its union." })
  async changeFriendshipAssociation(@Arg("input", () => ChangeFriendshipAssociationInput, { description: "What changes." }) input: ChangeFriendshipAssociationInput) {
    return { changed: await this.scope.get(FriendshipAssociations).change(input) };
  }

  @ForOfficers()
  @Mutation(() => FriendshipAssociationPayload, { nullable: true, description: "Says that a friendship association was dissolved. For officers of its union." })
  async endFriendshipAssociation(@Arg("input", () => EndFriendshipAssociationInput, { description: "When, and why." }) input: EndFriendshipAssociationInput) {
    return { changed: await this.scope.get(FriendshipAssociations).end(input) };
  }

  @ForOfficers()
  @Mutation(() => FriendshipAssociationPayload, { nullable: true, description: "Puts right what was written down wrongly of a friendship association. For officers of its union." })
  async correctFriendshipAssociation(@Arg("input", () => CorrectFriendshipAssociationInput, { description: "What is right." }) input: CorrectFriendshipAssociationInput) {
    return { changed: await this.scope.get(FriendshipAssociations).correct(input) };
  }
}

@Resolver(() => Union)
export class UnionAssociationsResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => FriendshipAssociationPage, { nullable: true, description: "Its friendship associations, by their Vietnamese names." })
  friendshipAssociations(@Root() { id }: Union, @Args(() => StandingArgs) { asOf, ...page }: StandingArgs) {
    return this.scope.get(FriendshipAssociations).ofUnion(id, { asOf: asOf ?? today() }, page);
  }
}

@Resolver(() => Country)
export class CountryAssociationsResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => FriendshipAssociationPage, { nullable: true, description: "Friendship associations for this country, alone, with others or as a member of a group on that day; those of demo unions only where `union` names theirs." })
  friendshipAssociations(@Root() { code }: Country, @Args(() => CountryAssociationArgs) { union, asOf, includeDescendants, ...page }: CountryAssociationArgs) {
    return this.scope.get(FriendshipAssociations).ofCountry(code, { asOf: asOf ?? today(), unionId: union, includeDescendants }, page);
  }

  @Open(published)
  @FieldResolver(() => Boolean, { description: "Whether a friendship association stands for this country on a day, by its name or as a member of a group." })
  hasFriendshipAssociation(@Root() { code }: Country, @Args(() => StandingThereArgs) { union, asOf, includeDescendants }: StandingThereArgs) {
    return this.scope.get(FriendshipAssociations).isThereOne(code, { asOf: asOf ?? today(), unionId: union, includeDescendants });
  }
}
