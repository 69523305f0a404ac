import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { CreatePartner1764000013000 } from "./1764000013000-create.migration";
import { Partner } from "./partner";
import { partnerDemo, partnerRecords } from "./partner.data";
import { Partners } from "./partners";

export { Partner } from "./partner";
export { demoPartnerIds } from "./partner.data";
export { Partners } from "./partners";

export const partners = defineDomain({
  tables: [Partner],
  references: [reference(Partner, { open: published }, (scope, { id }: { id: string }) => scope.get(Partners).byId.load(id))],
  migrations: [CreatePartner1764000013000],
  records: [partnerRecords],
  demo: [partnerDemo],
});
