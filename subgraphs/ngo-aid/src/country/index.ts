import { defineDomain, findCountry, reference, referenceData } from "@huu-nghi/subgraph-kit";
import { Country } from "./country";
import { CountryResolver, NgoCountryResolver } from "./country.resolver";

export const countries = defineDomain({
  resolvers: [CountryResolver, NgoCountryResolver],
  references: [reference(Country, { open: referenceData }, (_scope, { code }: { code: string }) => findCountry(code))],
});
