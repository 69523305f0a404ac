import { CountryCode, LocalDate, Open, PageArgs, pageOf, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { ForeignNgo } from "./foreign-ngo";
import { ForeignNgos } from "./foreign-ngos";
import { Registration } from "./registration";

export const ForeignNgoPage = pageOf(ForeignNgo, "ForeignNgo");

@ArgsType()
export class NgosAtWorkArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: "With a registration for, or a project in, the area of exactly this union. When not given, all but those of demo unions." })
  union?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "At work on this day, in the union's area when `union` is given: a registration is valid, or a project runs." })
  activeOn?: string | null;
}

@ArgsType()
class ForeignNgoArgs extends NgosAtWorkArgs {
  @Field(() => CountryCode, { nullable: true, description: "From this country." })
  country?: string | null;

  @Field(() => String, { nullable: true, description: "One of whose names contains this; accents and case do not matter." })
  text?: string | null;
}

@Resolver(() => ForeignNgo)
export class ForeignNgoResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => ForeignNgo, { nullable: true, description: "One foreign NGO; null when there is none with this id." })
  foreignNgo(@Arg("id", () => ID, { description: "Its id." }) id: string) {
    return this.scope.get(ForeignNgos).byId.load(id);
  }

  @Open(published)
  @Query(() => ForeignNgoPage, { nullable: true, description: "Foreign NGOs, by their Vietnamese names." })
  foreignNgos(@Args(() => ForeignNgoArgs) { union, country, activeOn, text, ...page }: ForeignNgoArgs) {
    return this.scope.get(ForeignNgos).page({ unionId: union, country, activeOn, text }, page);
  }

  @FieldResolver(() => [String], { description: "Other names that sources write." })
  async aliases(@Root() { id }: ForeignNgo) {
    return (await this.scope.get(ForeignNgos).aliases.load(id)).map(({ alias }) => alias);
  }

  @FieldResolver(() => [Registration], { description: "Its certificates, the latest first, expired ones too." })
  registrations(@Root() { id }: ForeignNgo) {
    return this.scope.get(ForeignNgos).registrations.load(id);
  }
}
