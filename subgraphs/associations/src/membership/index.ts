import { defineDomain } from "@huu-nghi/subgraph-kit";
import { CreateMembership1764000005000 } from "./1764000005000-create.migration";
import { Membership } from "./membership";
import { membershipDemo } from "./membership.demo";
import { membershipMeasures } from "./membership.measures";
import { AssociationMembershipResolver } from "./membership.resolver";
import { Person } from "./person";

export const memberships = defineDomain({
  tables: [Person, Membership],
  resolvers: [AssociationMembershipResolver],
  migrations: [CreateMembership1764000005000],
  measures: membershipMeasures,
  demo: membershipDemo,
});
