import { checkedPeriod, Open, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Args, ArgsType, Field, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { AidPeriodArgs, AidSummaries, AidTotals } from "../aid-summary";
import { checkedCurrency } from "../exchange-rate";
import { ForeignNgo, ForeignNgoPage, ForeignNgos, NgosAtWorkArgs } from "../foreign-ngo";
import { Country } from "./country";

@ArgsType()
class CountryAidArgs extends AidPeriodArgs {
  @Field(() => ID, { nullable: true, description: "In the area of exactly this union. When not given, of all unions but demo ones." })
  union?: string | null;
}

@Resolver(() => Country)
export class CountryResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @FieldResolver(() => ForeignNgoPage, { nullable: true, description: "Foreign NGOs from this country, by their Vietnamese names." })
  foreignNgos(@Root() { code }: Country, @Args(() => NgosAtWorkArgs) { union, activeOn, ...page }: NgosAtWorkArgs) {
    return this.scope.get(ForeignNgos).ofCountry(code, { unionId: union, activeOn }, page);
  }

  @Open(published)
  @FieldResolver(() => AidTotals, {
    nullable: true,
    description:
      "Aid of NGOs from this country: the country's rows of aidSummary(groupBy: COUNTRY), so only its part of a project that NGOs of several countries pay for. Null when nothing was recorded, unless the union declared its records complete.",
  })
  aid(@Root() { code }: Country, @Args(() => CountryAidArgs) { union, from, to, currency }: CountryAidArgs) {
    return this.scope.get(AidSummaries).ofCountry(code, { unionId: union ?? null, ...checkedPeriod(from, to), currency: checkedCurrency(currency) });
  }
}

@Resolver(() => ForeignNgo)
export class NgoCountryResolver {
  @FieldResolver(() => Country, { nullable: true, description: "Where it comes from; null when nobody says." })
  country(@Root() { countryCode }: ForeignNgo): Country | null {
    return countryCode === null ? null : { code: countryCode };
  }
}
