import { demoPart, Dice, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { demoBranchIds } from "../branch";
import { demoOrganisationId, demoOrganisations } from "../organisation";
import { demoPeople, demoPersonId } from "../person";
import { Membership, MembershipStatus } from "./membership";

const memberships = 10_646;
const share = [0.22, 0.16, 0.13, 0.11, 0.1, 0.08, 0.07, 0.06, 0.04, 0.03];

/** The first 10,000 memberships are of 10,000 people; then come second ones of some of them, and the last ones are of organisations. */
const demoMemberships = function* (union: DemoUnion): Iterable<Partial<Membership>> {
  const dice = new Dice(`${union.id} memberships`);
  for (let number = 1; number <= memberships; number += 1) {
    let left = dice.next();
    const found = share.findIndex(each => (left -= each) < 0);
    const isSecond = number > demoPeople;
    const isOrganisation = number > memberships - demoOrganisations;
    const at = (found === -1 ? 0 : found + (isSecond ? 5 : 0)) % union.associations.length;
    const association = union.associations[at]!;
    // By the month, so that no half-year seems to lose members who only joined in an unknown part of the year.
    const since = `${dice.int(union.firstYear - 8, union.lastYear)}-${String(dice.int(1, 12)).padStart(2, "0")}`;
    yield {
      id: `${union.id}:membership-${String(number).padStart(5, "0")}`,
      associationId: association.id,
      branchId: dice.chance(0.8) ? dice.one(demoBranchIds(association, at)) : null,
      personId: isOrganisation ? null : demoPersonId(union, isSecond ? (number - demoPeople) * 7 : number),
      organisationId: isOrganisation ? demoOrganisationId(union, memberships - number + 1) : null,
      status: number % 50 === 0 ? MembershipStatus.HONORARY : number % 40 === 0 ? MembershipStatus.ASSOCIATE : MembershipStatus.ORDINARY,
      since,
      until: null,
      leavingReason: null,
      leavingNote: null,
      sourceId: null,
    };
  }
};

export const membershipDemo = demoPart({ table: Membership, key: "id", rows: demoMemberships });
