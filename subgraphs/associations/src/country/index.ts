import { defineDomain, findCountry, reference } from "@huu-nghi/subgraph-kit";
import { Country } from "./country";
import { CountryResolver } from "./country.resolver";

export { Country } from "./country";

export const countries = defineDomain({
  resolvers: [CountryResolver],
  references: [reference(Country, (_scope, { code }: { code: string }) => findCountry(code))],
});
