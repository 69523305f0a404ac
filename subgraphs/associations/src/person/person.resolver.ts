import { CountryCode, ForOfficers, LocalDate, Names, Needs, PageArgs, pageOf, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, ID, Mutation, Query, registerEnumType, Resolver } from "type-graphql";
import { FriendshipAssociations } from "../friendship-association";
import { People } from "./people";
import { Person } from "./person";
import { ChangePersonInput, CorrectPersonInput } from "./person.input";

export const PersonPage = pageOf(Person, "Person");
export const PersonPayload = payloadOf(Person, "Person");

enum PersonOrder {
  GIVEN_NAME = "GIVEN_NAME",
  FULL_NAME = "FULL_NAME",
}
registerEnumType(PersonOrder, {
  name: "PersonOrder",
  description: "The order of a list of people, by the Vietnamese alphabet.",
  valuesConfig: {
    GIVEN_NAME: { description: "By the given name, which is the last word, then by the whole name: as Vietnamese offices list people." },
    FULL_NAME: { description: "By the whole name, family name first." },
  },
});

@ArgsType()
class PeopleArgs extends PageArgs {
  @Names("Union")
  @Field(() => ID, { nullable: true, description: "With a membership in an association of exactly this union, or a position there." })
  union?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also of the unions below `union`, as far as your roles reach; false when not given." })
  includeDescendants?: boolean | null;

  @Names("FriendshipAssociation")
  @Field(() => ID, { nullable: true, description: "With a membership or a position in this association." })
  association?: string | null;

  @Names("Branch")
  @Field(() => ID, { nullable: true, description: "With a membership in this branch on the day `asOf`, or at any time." })
  branch?: string | null;

  @Field(() => CountryCode, { nullable: true, description: "With a membership or a position in an association that is for this country on the day `asOf`, or was at any time." })
  country?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "Whose membership or position stands on this day; of any time when not given." })
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: "Whose name holds each word of this, in any order; accents and case do not matter. A word of one or two letters has to begin a word of the name." })
  text?: string | null;

  @Field(() => PersonOrder, { nullable: true, description: "In which order; by the given name when not given." })
  order?: PersonOrder | null;
}

@Resolver(() => Person)
export class PersonResolver {
  constructor(private readonly scope: RequestScope) {}

  @Needs("officer")
  @Query(() => Person, { nullable: true, description: "One person; null when there is none with this id whom your roles reach. The id of one who was merged into another answers with that other one." })
  person(@Arg("id", () => ID, { description: "The person's id." }) id: string) {
    return this.scope.get(People).byId.load(id);
  }

  @Needs<undefined, PeopleArgs>("officer", (_, { union }) => union)
  @Query(() => PersonPage, {
    nullable: true,
    description: "People whom your roles reach, each once, by their given names unless `order` says otherwise; those who were made up for trying only where `union`, `association` or `branch` names theirs, or the roles do.",
  })
  async people(@Args(() => PeopleArgs) { union, includeDescendants, association, branch, country, asOf, text, order, first, after }: PeopleArgs) {
    const named = association == null ? null : await this.scope.get(FriendshipAssociations).byId.load(association);
    this.scope.viewer.require("officer", named?.unionId);
    const filter = { unionId: union, includeDescendants: includeDescendants ?? false, associationId: association, branchId: branch, country, asOf, text };
    return this.scope.get(People).page(filter, order ?? PersonOrder.GIVEN_NAME, { first, after });
  }

  @ForOfficers()
  @Mutation(() => PersonPayload, { nullable: true, description: "Says that something changed for a person, such as the address. For officers of a union where the person has or had a membership or position." })
  async changePerson(@Arg("input", () => ChangePersonInput, { description: "What changes." }) input: ChangePersonInput) {
    return { changed: await this.scope.get(People).change(input) };
  }

  @ForOfficers()
  @Mutation(() => PersonPayload, { nullable: true, description: "Puts right what was written down wrongly of a person. For officers of a union where the person has or had a membership or position." })
  async correctPerson(@Arg("input", () => CorrectPersonInput, { description: "What is right." }) input: CorrectPersonInput) {
    return { changed: await this.scope.get(People).correct(input) };
  }
}
