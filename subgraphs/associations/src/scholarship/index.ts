import { defineDomain, holding, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateScholarship1764400009000 } from "./1764400009000-create-scholarship.migration";
import { Scholarship } from "./scholarship";
import { scholarshipRecords } from "./scholarship.data";
import { scholarshipDemo } from "./scholarship.demo";
import { scholarshipMeasures } from "./scholarship.measures";
import { ScholarshipChangesResolver, ScholarshipResolver, ScholarshipTotalsResolver } from "./scholarship.resolver";
import { AssociationScholarshipsResolver, NgoScholarshipsResolver, PartnerScholarshipsResolver, PersonScholarshipsResolver } from "./scholarship-links.resolver";
import { ScholarshipAssociation, ScholarshipRecipient } from "./scholarship-part";
import { Scholarships } from "./scholarships";

export const scholarships = defineDomain({
  tables: [Scholarship, ScholarshipAssociation, ScholarshipRecipient],
  resolvers: [
    ScholarshipResolver, ScholarshipTotalsResolver, ScholarshipChangesResolver, AssociationScholarshipsResolver, PersonScholarshipsResolver, PartnerScholarshipsResolver, NgoScholarshipsResolver,
    // Its history tells who its recipients are.
    ...keptRecord(Scholarship, { role: "officer", unionsOf: (_scope, { unionId }) => [unionId] }).resolvers,
  ],
  references: [reference(Scholarship, { open: published }, (scope, { id }: { id: string }) => scope.get(Scholarships).byId.load(id))],
  migrations: [CreateScholarship1764400009000],
  measures: scholarshipMeasures,
  records: [scholarshipRecords],
  demo: scholarshipDemo,
  // How many got it stays in the scholarship itself.
  personalData: [
    holding({ section: "scholarships", table: ScholarshipRecipient, person: "personId", erased: "row", unions: `array(select union_id from scholarship where id = held.scholarship_id)` }),
  ],
});
