import { holding, type Holding } from "@huu-nghi/subgraph-kit";
import { Person } from "./person";

const ofOne = holding({
  section: "person",
  table: Person,
  person: "id",
  erased: {
    fullName: "(erased)", phone: null, email: null, address: null, birthDate: null, identityNumber: null, partyJoinedOn: null,
    religion: null, ethnicity: null, health: null, bankAccount: null, sourceId: null,
  },
  keeps: ["mergedInto"],
  unions: `array(select distinct association.union_id from membership join friendship_association association on association.id = membership.association_id where membership.person_id = held.id)`,
});

/**
 * What is left of a person who was erased: an id, which says nothing of anybody, for memberships to be counted by. Whoever
 * was merged into the person is the same one.
 */
export const personHolding: Holding = { ...ofOne, rows: "$1 in (held.id, held.merged_into)" };
