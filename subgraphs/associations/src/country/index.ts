import { defineDomain, findCountry, reference, referenceData } from "@huu-nghi/subgraph-kit";
import { Country } from "./country";

export { Country } from "./country";

export const countries = defineDomain({
  references: [reference(Country, { open: referenceData }, (_scope, { code }: { code: string }) => findCountry(code))],
});
