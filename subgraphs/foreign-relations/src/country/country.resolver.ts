import { CountryCode, findCountry, Open, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { countriesNamed } from "./countries";
import { Country } from "./country";
import { PartnershipLevel } from "./partnership-level";
import { PartnershipLevels } from "./partnership-levels";

const textDescription =
  'A name, or how words of one begin, in Vietnamese or English; also other names that texts use ("Lao PDR"), former states and groups ("ASEAN": its members of today). Accents and case do not matter.';

@Resolver(() => Country)
export class CountryResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => Country, { nullable: true, description: "One country; null for a code that is not assigned." })
  country(@Arg("code", () => CountryCode, { description: "ISO 3166-1 alpha-2." }) code: string) {
    return findCountry(code);
  }

  @Open(published)
  @Query(() => [Country], { nullable: true, description: "Countries by their Vietnamese names; all of them without `text`." })
  countries(@Arg("text", () => String, { nullable: true, description: textDescription }) text?: string | null) {
    return countriesNamed(text ?? null);
  }

  @Open(published)
  @FieldResolver(() => [PartnershipLevel], { description: "The levels of its relations with Viet Nam, the first one first." })
  partnershipLevels(@Root() { code }: Country) {
    return this.scope.get(PartnershipLevels).byCountry.load(code);
  }
}
