import { CountryCode, ForOfficers, LocalDate, Open, PageArgs, pageOf, payloadOf, published, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Country } from "../country";
import { Union, Unions } from "../union";
import { FriendshipAssociation } from "./friendship-association";
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
  @Field(() => ID, { nullable: true, description: "Of exactly this union." })
  union?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also of the unions below `union`; false when not given." })
  includeDescendants?: boolean | null;

  @Field(() => CountryCode, { nullable: true, description: "With this country." })
  country?: string | null;

  @Field(() => String, { nullable: true, description: "Whose name contains this, in either language; accents and case do not matter." })
  text?: string | null;
}

@ArgsType()
class CountryAssociationArgs extends StandingArgs {
  @Field(() => ID, { nullable: true, description: "Of exactly this union." })
  union?: string | null;
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
  friendshipAssociations(@Args(() => FriendshipAssociationArgs) { union, includeDescendants, country, text, asOf, ...page }: FriendshipAssociationArgs) {
    const filter = { asOf: asOf ?? today(), unionId: union, includeDescendants: includeDescendants ?? false, country, text };
    return this.scope.get(FriendshipAssociations).page(filter, page);
  }

  @FieldResolver(() => Union, { description: "The union that it belongs to." })
  union(@Root() { unionId }: FriendshipAssociation) {
    return this.scope.get(Unions).byId.load(unionId);
  }

  @FieldResolver(() => [Country], { description: "The countries that it is for, in the order of their codes." })
  async countries(@Root() { id }: FriendshipAssociation): Promise<Country[]> {
    const links = await this.scope.get(FriendshipAssociations).countries.load(id);
    return links.map(({ countryCode: code }) => ({ code }));
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
  @Mutation(() => FriendshipAssociationPayload, { nullable: true, description: "Says that a friendship association changed: its name, or the countries that it is for. For officers of its union." })
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
  @FieldResolver(() => FriendshipAssociationPage, { nullable: true, description: "Friendship associations for this country, alone or with others; those of demo unions only where `union` names theirs." })
  friendshipAssociations(@Root() { code }: Country, @Args(() => CountryAssociationArgs) { union, asOf, ...page }: CountryAssociationArgs) {
    return this.scope.get(FriendshipAssociations).ofCountry(code, { asOf: asOf ?? today(), unionId: union }, page);
  }
}
