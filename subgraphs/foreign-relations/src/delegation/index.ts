import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateDelegation1764000016000 } from "./1764000016000-create.migration";
import { NameDelegationMembers1764400012001 } from "./1764400012001-name-members.migration";
import { Delegation } from "./delegation";
import { DelegationCountry, DelegationHost, DelegationNgo } from "./delegation-links";
import { DelegationMember, delegationMemberHolding } from "./delegation-member";
import { delegationRecords } from "./delegation.data";
import { delegationDemo } from "./delegation.demo";
import { delegationMeasures } from "./delegation.measures";
import {
  AssociationDelegationsResolver,
  CountryDelegationsResolver,
  DelegationPageResolver,
  DelegationResolver,
  NgoDelegationsResolver,
} from "./delegation.resolver";
import { Delegations } from "./delegations";

export const delegations = defineDomain({
  tables: [Delegation, DelegationHost, DelegationCountry, DelegationNgo, DelegationMember],
  resolvers: [DelegationResolver, DelegationPageResolver, CountryDelegationsResolver, AssociationDelegationsResolver, NgoDelegationsResolver],
  references: [reference(Delegation, { open: published }, (scope, { id }: { id: string }) => scope.get(Delegations).byId.load(id))],
  migrations: [CreateDelegation1764000016000, NameDelegationMembers1764400012001],
  personalData: [delegationMemberHolding],
  measures: delegationMeasures,
  records: [delegationRecords],
  demo: delegationDemo,
});
