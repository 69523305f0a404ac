import { defineDomain, holding, keptRecord, reference } from "@huu-nghi/subgraph-kit";
import { FriendshipAssociations } from "../friendship-association";
import { CreateMembership1764000005000 } from "./1764000005000-create.migration";
import { VersionMembership1764200006000 } from "./1764200006000-version-membership.migration";
import { OrganisationsAsMembers1764400007000 } from "./1764400007000-organisations-as-members.migration";
import { MembershipStay1764500002100 } from "./1764500002100-membership-stay.migration";
import {
  AssociationMemberCountResolver, BranchMemberCountResolver, MemberCountGroupResolver, MemberCountResolver, UnionMemberCountResolver,
} from "./member-counts.resolver";
import { Membership } from "./membership";
import { EarlierStay } from "./membership-stay";
import { membershipDemo } from "./membership.demo";
import { membershipMeasures } from "./membership.measures";
import {
  AssociationMembershipResolver, BranchMembershipResolver, MemberOrganisationMembershipResolver, MembershipChangesResolver, MembershipResolver, MembershipStayResolver, PersonMembershipResolver,
} from "./membership.resolver";
import { Memberships } from "./memberships";

const unionOf = (association: string) => `array(select union_id from friendship_association where id = ${association})`;

export const memberships = defineDomain({
  tables: [Membership, EarlierStay],
  resolvers: [
    MembershipResolver, MembershipStayResolver, MembershipChangesResolver, PersonMembershipResolver, AssociationMembershipResolver, BranchMembershipResolver, MemberOrganisationMembershipResolver,
    MemberCountResolver, MemberCountGroupResolver, UnionMemberCountResolver, AssociationMemberCountResolver, BranchMemberCountResolver,
    // Its history tells whose it is.
    ...keptRecord(Membership, { role: "officer", unionsOf: (scope, { associationId }) => scope.get(FriendshipAssociations).unionsOf(associationId) }).resolvers,
  ],
  references: [reference(Membership, { needs: "viewer" }, (scope, { id }: { id: string }) => scope.get(Memberships).byId.load(id))],
  migrations: [CreateMembership1764000005000, VersionMembership1764200006000, OrganisationsAsMembers1764400007000, MembershipStay1764500002100],
  measures: membershipMeasures,
  demo: [membershipDemo],
  personalData: [
    holding({
      section: "memberships", table: Membership, person: "personId", erased: { leavingReason: null, leavingNote: null },
      keeps: ["since", "until", "status", "associationId", "branchId", "organisationId", "sourceId"], unions: unionOf("held.association_id"),
    }),
    // By its membership, so that an export has them; nothing in them says anything of anybody.
    {
      ...holding({ section: "membershipStays", table: EarlierStay, person: "membershipId", erased: {}, keeps: ["branchId", "status"], unions: unionOf("(select association_id from membership where id = held.membership_id)") }),
      rows: "held.membership_id in (select id from membership where person_id = $1)",
    },
  ],
});
