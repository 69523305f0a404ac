import { holding } from "@huu-nghi/subgraph-kit";
import { Person } from "./person";
import { unionsOfPerson } from "./person-unions";

/** What is left of a person who was erased: an id, which says nothing of anybody, for memberships to be counted by. */
export const personHolding = holding({
  section: "person",
  table: Person,
  person: "id",
  erased: {
    fullName: "(erased)", phone: null, email: null, address: null, birthDate: null, identityNumber: null, partyJoinedOn: null,
    religion: null, ethnicity: null, health: null, bankAccount: null, sourceId: null,
  },
  keeps: ["mergedInto"],
  unions: unionsOfPerson("held.id"),
});
