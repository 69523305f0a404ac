import { defineDomain, reference } from "@huu-nghi/subgraph-kit";
import { CreateMembership1764000005000 } from "./1764000005000-create.migration";
import { Membership } from "./membership";
import { membershipDemo } from "./membership.demo";
import { membershipMeasures } from "./membership.measures";
import { AssociationMembershipResolver, MembershipResolver, PersonMembershipResolver } from "./membership.resolver";
import { Memberships } from "./memberships";

export const memberships = defineDomain({
  tables: [Membership],
  resolvers: [MembershipResolver, PersonMembershipResolver, AssociationMembershipResolver],
  references: [reference(Membership, { needs: "viewer" }, (scope, { id }: { id: string }) => scope.get(Memberships).byId.load(id))],
  migrations: [CreateMembership1764000005000],
  measures: membershipMeasures,
  demo: [membershipDemo],
});
