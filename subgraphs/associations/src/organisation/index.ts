import { defineDomain, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateMemberOrganisation1764400005500 } from "./1764400005500-create.migration";
import { MemberOrganisation } from "./member-organisation";
import { memberOrganisationDemo, memberOrganisationRecords } from "./member-organisation.data";
import { MemberOrganisationChangesResolver, MemberOrganisationResolver } from "./member-organisation.resolver";
import { MemberOrganisations } from "./member-organisations";

export { MemberOrganisation } from "./member-organisation";
export { demoOrganisationId, demoOrganisations } from "./member-organisation.data";
export { MemberOrganisations } from "./member-organisations";

export const memberOrganisations = defineDomain({
  tables: [MemberOrganisation],
  resolvers: [
    MemberOrganisationResolver, MemberOrganisationChangesResolver,
    // Its history tells what is not public of it.
    ...keptRecord(MemberOrganisation, { role: "officer", unionsOf: (_scope, { unionId }) => [unionId] }).resolvers,
  ],
  references: [reference(MemberOrganisation, { open: published }, (scope, { id }: { id: string }) => scope.get(MemberOrganisations).known(id))],
  migrations: [CreateMemberOrganisation1764400005500],
  records: [memberOrganisationRecords],
  demo: [memberOrganisationDemo],
});
