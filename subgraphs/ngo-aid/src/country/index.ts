import { defineDomain, findCountry, reference } from "@huu-nghi/subgraph-kit";
import { Country } from "./country";
import { CountryResolver, NgoCountryResolver } from "./country.resolver";

export const countries = defineDomain({
  resolvers: [CountryResolver, NgoCountryResolver],
  references: [reference(Country, (_scope, { code }: { code: string }) => findCountry(code))],
});
