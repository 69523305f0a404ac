import { ForOfficers, Needs, PageArgs, pageOf, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, ID, Mutation, Query, Resolver } from "type-graphql";
import { FriendshipAssociations } from "../friendship-association";
import { People } from "./people";
import { Person } from "./person";
import { ChangePersonInput, CorrectPersonInput } from "./person.input";

const PersonPage = pageOf(Person, "Person");
export const PersonPayload = payloadOf(Person, "Person");

@ArgsType()
class PeopleArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: "With a membership in an association of exactly this union." })
  union?: string | null;

  @Field(() => ID, { nullable: true, description: "With a membership in this association." })
  association?: string | null;

  @Field(() => String, { nullable: true, description: "Whose name contains this; accents and case do not matter." })
  text?: string | null;
}

@Resolver(() => Person)
export class PersonResolver {
  constructor(private readonly scope: RequestScope) {}

  @Needs("officer")
  @Query(() => Person, { nullable: true, description: "One person; null when there is none with this id whom your roles reach." })
  person(@Arg("id", () => ID, { description: "The person's id." }) id: string) {
    return this.scope.get(People).byId.load(id);
  }

  @Needs<undefined, PeopleArgs>("officer", (_, { union }) => union)
  @Query(() => PersonPage, {
    nullable: true,
    description: "People whom your roles reach, each once, by their full names; those who were made up for trying only where `union` or `association` names theirs, or the roles do.",
  })
  async people(@Args(() => PeopleArgs) { union, association, text, ...page }: PeopleArgs) {
    const named = association == null ? null : await this.scope.get(FriendshipAssociations).byId.load(association);
    this.scope.viewer.require("officer", named?.unionId);
    return this.scope.get(People).page({ unionId: union, associationId: association, text }, page);
  }

  @ForOfficers()
  @Mutation(() => PersonPayload, { nullable: true, description: "Says that something changed for a person, such as the address. For officers of a union in whose associations the person is or was a member." })
  async changePerson(@Arg("input", () => ChangePersonInput, { description: "What changes." }) input: ChangePersonInput) {
    return { changed: await this.scope.get(People).change(input) };
  }

  @ForOfficers()
  @Mutation(() => PersonPayload, { nullable: true, description: "Puts right what was written down wrongly of a person. For officers of a union in whose associations the person is or was a member." })
  async correctPerson(@Arg("input", () => CorrectPersonInput, { description: "What is right." }) input: CorrectPersonInput) {
    return { changed: await this.scope.get(People).correct(input) };
  }
}
