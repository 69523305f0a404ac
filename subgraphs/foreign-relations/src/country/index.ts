import { defineDomain, findCountry, reference, referenceData } from "@huu-nghi/subgraph-kit";
import { CreatePartnershipLevel1764000011000 } from "./1764000011000-create.migration";
import { Country } from "./country";
import { partnershipLevelRecords } from "./country.data";
import { CountryResolver } from "./country.resolver";
import { PartnershipLevel } from "./partnership-level";

export { Country } from "./country";

export const countries = defineDomain({
  tables: [PartnershipLevel],
  resolvers: [CountryResolver],
  references: [reference(Country, { open: referenceData }, (_scope, { code }: { code: string }) => findCountry(code))],
  migrations: [CreatePartnershipLevel1764000011000],
  records: [partnershipLevelRecords],
});
