import { RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Args, ArgsType, Field, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { FriendshipAssociationPage, FriendshipAssociations, StandingArgs } from "../friendship-association";
import { Country } from "./country";

@ArgsType()
class CountryAssociationArgs extends StandingArgs {
  @Field(() => ID, { nullable: true, description: "Of exactly this union." })
  union?: string | null;
}

@Resolver(() => Country)
export class CountryResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => FriendshipAssociationPage, { nullable: true, description: "Friendship associations for this country, alone or with others." })
  friendshipAssociations(@Root() { code }: Country, @Args(() => CountryAssociationArgs) { union, asOf, ...page }: CountryAssociationArgs) {
    return this.scope.get(FriendshipAssociations).ofCountry(code, { asOf: asOf ?? today(), unionId: union }, page);
  }
}
