import { defineDomain, keptRecord, reference } from "@huu-nghi/subgraph-kit";
import { AddPersonalData1764100001000 } from "./1764100001000-add-personal-data.migration";
import { VersionPerson1764200005000 } from "./1764200005000-version-person.migration";
import { FindPerson1764400005000 } from "./1764400005000-find-person.migration";
import { People } from "./people";
import { Person } from "./person";
import { personHolding } from "./person-holding";
import { idsOfPeople } from "./person-ids";
import { PersonUnions } from "./person-unions";
import { personRecords } from "./person.data";
import { personDemo } from "./person.demo";
import { PersonResolver } from "./person.resolver";

export { personDetails } from "./given-details";
export { People } from "./people";
export { Person } from "./person";
export { idsOfPeople } from "./person-ids";
export { nameHolds } from "./person-name";
export { personLinks, PersonUnions, unionsOfPerson } from "./person-unions";
export { demoPeople, demoPersonId, demoPersonName } from "./person.demo";
export { NewPersonInput } from "./person.input";
export { PersonPage, PersonPayload } from "./person.resolver";

export const people = defineDomain({
  tables: [Person],
  resolvers: [PersonResolver, ...keptRecord(Person, { role: "officer", unionsOf: (scope, { id }) => scope.get(PersonUnions).ids.load(id) }).resolvers],
  references: [reference(Person, { needs: "officer" }, (scope, { id }: { id: string }) => scope.get(People).byId.load(id))],
  migrations: [AddPersonalData1764100001000, VersionPerson1764200005000, FindPerson1764400005000],
  records: [personRecords],
  demo: [personDemo],
  personalData: [personHolding],
  persons: { type: Person, unionsOf: (scope, id) => scope.get(PersonUnions).ids.load(id), idsOf: idsOfPeople },
});
