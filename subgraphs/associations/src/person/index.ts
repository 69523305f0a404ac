import { defineDomain, reference } from "@huu-nghi/subgraph-kit";
import { AddPersonalData1764100001000 } from "./1764100001000-add-personal-data.migration";
import { People } from "./people";
import { Person } from "./person";
import { personDemo } from "./person.demo";
import { PersonResolver } from "./person.resolver";

export { People } from "./people";
export { Person } from "./person";
export { demoPeople, demoPersonId } from "./person.demo";

export const people = defineDomain({
  tables: [Person],
  resolvers: [PersonResolver],
  references: [reference(Person, { needs: "officer" }, (scope, { id }: { id: string }) => scope.get(People).byId.load(id))],
  migrations: [AddPersonalData1764100001000],
  demo: [personDemo],
});
