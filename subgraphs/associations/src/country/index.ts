import { defineDomain, findCountry, reference } from "@huu-nghi/subgraph-kit";
import { Country } from "./country";

export { Country } from "./country";

export const countries = defineDomain({
  references: [reference(Country, (_scope, { code }: { code: string }) => findCountry(code))],
});
