import { ForOfficers, Needs, PageArgs, pageOf, payloadOf, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Args, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Country } from "../country";
import { People, Person } from "../person";
import { CorrectResidenceAbroadInput, CreateResidenceAbroadInput, EndResidenceAbroadInput } from "./overseas.input";
import { ResidenceArgs } from "./overseas.resolver";
import { ResidenceAbroad } from "./residence-abroad";
import { ResidencesAbroad } from "./residences-abroad";

const ResidenceAbroadPayload = payloadOf(ResidenceAbroad, "ResidenceAbroad");
const ResidenceAbroadPage = pageOf(ResidenceAbroad, "ResidenceAbroad");

@Resolver(() => ResidenceAbroad)
export class ResidenceAbroadResolver {
  constructor(private readonly scope: RequestScope) {}

  @Needs<undefined, ResidenceArgs>("officer", (_, { union }) => union)
  @Query(() => ResidenceAbroadPage, {
    nullable: true,
    description: "Where abroad people live or lived who are or were members of associations within your reach, newest first; of demo unions only where `union` names theirs. With `asOf` those that last on the day.",
  })
  residencesAbroad(@Args(() => ResidenceArgs) { union, includeDescendants, country, asOf }: ResidenceArgs, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(ResidencesAbroad).page({ unionId: union, includeDescendants: includeDescendants ?? false, country, asOf }, page);
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who lives there." })
  person(@Root() { personId }: ResidenceAbroad) {
    return this.scope.get(People).byId.load(personId);
  }

  @FieldResolver(() => Country, { description: "The country." })
  country(@Root() { countryCode: code }: ResidenceAbroad): Country {
    return { code };
  }

  @ForOfficers()
  @Mutation(() => ResidenceAbroadPayload, { nullable: true, description: "Writes down where abroad a person lives or lived. For officers of a union where the person is known." })
  async createResidenceAbroad(@Arg("input", () => CreateResidenceAbroadInput, { description: "Who, where and since when." }) input: CreateResidenceAbroadInput) {
    return { changed: await this.scope.get(ResidencesAbroad).create(input) };
  }

  @ForOfficers()
  @Mutation(() => ResidenceAbroadPayload, { nullable: true, description: "Says that a person lives there no longer, and whether the person came back. For officers of a union where the person is known." })
  async endResidenceAbroad(@Arg("input", () => EndResidenceAbroadInput, { description: "When, and why." }) input: EndResidenceAbroadInput) {
    return { changed: await this.scope.get(ResidencesAbroad).end(input) };
  }

  @ForOfficers()
  @Mutation(() => ResidenceAbroadPayload, { nullable: true, description: "Puts right what was written down wrongly of a residence abroad. For officers of a union where the person is known." })
  async correctResidenceAbroad(@Arg("input", () => CorrectResidenceAbroadInput, { description: "What is right." }) input: CorrectResidenceAbroadInput) {
    return { changed: await this.scope.get(ResidencesAbroad).correct(input) };
  }
}

@Resolver(() => Person)
export class PersonResidencesResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => ResidenceAbroadPage, { nullable: true, description: "Where abroad the person lives or lived, newest first." })
  residencesAbroad(@Root() { id }: Person, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(ResidencesAbroad).ofPerson(id, page);
  }
}
