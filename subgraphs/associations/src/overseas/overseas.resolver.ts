import { CountryCode, ForOfficers, LocalDate, Names, Open, PageArgs, pageOf, payloadOf, published, publicTotals, RequestScope, Source, today } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Country } from "../country";
import { Union, Unions } from "../union";
import { CorrectOverseasNumberInput, CreateOverseasNumberInput } from "./overseas.input";
import { Overseas } from "./overseas-counts";
import { OverseasNumber } from "./overseas-number";
import { OverseasNumberChanges } from "./overseas-number-changes";
import { OverseasOfCountry, OverseasVietnamese } from "./overseas-vietnamese";

const OverseasNumberPayload = payloadOf(OverseasNumber, "OverseasNumber");
const OverseasNumberPage = pageOf(OverseasNumber, "OverseasNumber");
const OverseasOfCountryPage = pageOf(OverseasOfCountry, "OverseasOfCountry");

@ArgsType()
export class OverseasArgs {
  @Names("Union")
  @Field(() => ID, { nullable: true, description: "Of exactly this union." })
  union?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Also of the unions below `union`; false when not given." })
  includeDescendants?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: "On this day." })
  asOf?: string | null;
}

@Resolver(() => OverseasVietnamese)
export class OverseasVietnameseResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(publicTotals)
  @Query(() => OverseasVietnamese, { nullable: true, description: "Members abroad and returnees on a day, today when not given, by country; those of demo unions only where `union` names theirs." })
  overseasVietnamese(@Args(() => OverseasArgs) { union, includeDescendants, asOf }: OverseasArgs) {
    return this.scope.get(Overseas).of({ unionId: union, includeDescendants: includeDescendants ?? false, asOf: asOf ?? today() });
  }

  @FieldResolver(() => OverseasOfCountryPage, { description: "By country, those with the most members abroad first; who has come back from two counts in the last one." })
  countries(@Root() { asked }: OverseasVietnamese, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(Overseas).countries(asked, page);
  }

  @FieldResolver(() => OverseasNumberPage, { description: "What sources said by the day, newest first: numbers that add up neither with each other nor with the records." })
  reported(@Root() { asked }: OverseasVietnamese, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(Overseas).numbers(asked, null, page);
  }
}

@Resolver(() => OverseasOfCountry)
export class OverseasOfCountryResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => OverseasNumberPage, { description: "What sources said of this country by the day, newest first." })
  reported(@Root() { asked, country }: OverseasOfCountry, @Args(() => PageArgs) page: PageArgs) {
    return this.scope.get(Overseas).numbers(asked, country.code, page);
  }
}

@Resolver(() => OverseasNumber)
export class OverseasNumberResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => OverseasNumber, { nullable: true, description: "One number that a source gives; null when there is none with this id." })
  overseasNumber(@Arg("id", () => ID, { description: "The number's id." }) id: string) {
    return this.scope.get(Overseas).numberById.load(id);
  }

  @FieldResolver(() => Union, { description: "The union that it is about." })
  union(@Root() { unionId }: OverseasNumber) {
    return this.scope.get(Unions).byId.load(unionId);
  }

  @FieldResolver(() => Country, { nullable: true, description: "The country; null for all together." })
  country(@Root() { countryCode: code }: OverseasNumber): Country | null {
    return code === null ? null : { code };
  }

  @FieldResolver(() => Source, { nullable: true, description: "Where it was read." })
  source(@Root() { sourceId }: OverseasNumber) {
    return this.scope.get(Overseas).source.load(sourceId);
  }

  @ForOfficers()
  @Mutation(() => OverseasNumberPayload, { nullable: true, description: "Writes down how many overseas Vietnamese a source says that there are. For officers of the union." })
  async createOverseasNumber(@Arg("input", () => CreateOverseasNumberInput, { description: "The number." }) input: CreateOverseasNumberInput) {
    return { changed: await this.scope.get(OverseasNumberChanges).create(input) };
  }

  @ForOfficers()
  @Mutation(() => OverseasNumberPayload, { nullable: true, description: "Puts right what was written down wrongly of such a number. For officers of its union." })
  async correctOverseasNumber(@Arg("input", () => CorrectOverseasNumberInput, { description: "What is right." }) input: CorrectOverseasNumberInput) {
    return { changed: await this.scope.get(OverseasNumberChanges).correct(input) };
  }
}

@ArgsType()
export class ResidenceArgs extends OverseasArgs {
  @Field(() => CountryCode, { nullable: true, description: "In this country." })
  country?: string | null;
}
