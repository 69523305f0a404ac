import { defineDomain, holding, keptRecord, reference } from "@huu-nghi/subgraph-kit";
import { CreateConsent1764400013002 } from "./1764400013002-create.migration";
import { Consent } from "./consent";
import { consentDemo } from "./consent.demo";
import { ConsentResolver, PersonConsentResolver } from "./consent.resolver";
import { Consents } from "./consents";

/** What people agreed to. */
export const consents = defineDomain({
  tables: [Consent],
  resolvers: [ConsentResolver, PersonConsentResolver, ...keptRecord(Consent, { role: "officer", unionsOf: (_scope, { unionId }) => [unionId] }).resolvers],
  references: [reference(Consent, { needs: "officer" }, (scope, { id }: { id: string }) => scope.get(Consents).byId.load(id))],
  migrations: [CreateConsent1764400013002],
  demo: [consentDemo],
  personalData: [
    holding({
      section: "consents",
      table: Consent,
      person: "personId",
      erased: { evidence: "(erased)", evidenceKeptAt: "(erased)" },
      keeps: ["purpose", "textVersion", "givenAt", "recordedBy", "withdrawnAt", "withdrawalRecordedBy", "unionId"],
      unions: "array[held.union_id]",
    }),
  ],
});
