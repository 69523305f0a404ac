import { defineDomain, holding, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { PersonUnions, unionsOfPerson } from "../person";
import { CreateOverseas1764400010000 } from "./1764400010000-create-overseas.migration";
import { Overseas } from "./overseas-counts";
import { overseasNumberRecords, residenceDemo } from "./overseas.data";
import { overseasMeasures } from "./overseas.measures";
import { OverseasNumberResolver, OverseasOfCountryResolver, OverseasVietnameseResolver } from "./overseas.resolver";
import { OverseasNumber } from "./overseas-number";
import { ResidenceAbroad } from "./residence-abroad";
import { PersonResidencesResolver, ResidenceAbroadResolver } from "./residence-abroad.resolver";
import { ResidencesAbroad } from "./residences-abroad";

export const overseas = defineDomain({
  tables: [ResidenceAbroad, OverseasNumber],
  resolvers: [
    OverseasVietnameseResolver, OverseasOfCountryResolver, OverseasNumberResolver, ResidenceAbroadResolver, PersonResidencesResolver,
    ...keptRecord(OverseasNumber, { unionsOf: (_scope, { unionId }) => [unionId] }).resolvers,
    ...keptRecord(ResidenceAbroad, { role: "officer", unionsOf: (scope, { personId }) => scope.get(PersonUnions).ids.load(personId) }).resolvers,
  ],
  references: [
    reference(OverseasNumber, { open: published }, (scope, { id }: { id: string }) => scope.get(Overseas).numberById.load(id)),
    reference(ResidenceAbroad, { needs: "officer" }, (scope, { id }: { id: string }) => scope.get(ResidencesAbroad).byId.load(id)),
  ],
  migrations: [CreateOverseas1764400010000],
  measures: overseasMeasures,
  records: [overseasNumberRecords],
  demo: [residenceDemo],
  personalData: [holding({ section: "residencesAbroad", table: ResidenceAbroad, person: "personId", erased: {}, keeps: ["since", "until", "returned", "countryCode", "sourceId"], unions: unionsOfPerson("held.person_id") })],
});
