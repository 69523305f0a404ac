import { BadInput, endOf, startOf, today } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { Branch } from "../branch";
import { MemberOrganisation } from "../organisation";
import { Person } from "../person";
import type { Membership } from "./membership";

type InBranch = Pick<Membership, "branchId">;

const branchOf = (tx: EntityManager, { branchId }: InBranch) => (branchId === null ? null : tx.findOneOrFail(Branch, { where: { id: branchId }, lock: { mode: "pessimistic_read" } }));

/** Whether a membership is older than its branch, for certain: such a member went there later. */
export const isBeforeBranch = async (tx: EntityManager, membership: InBranch & Pick<Membership, "since">): Promise<boolean> => {
  const branch = await branchOf(tx, membership);
  return branch !== null && endOf(membership.since) < startOf(branch.since);
};

/**
 * Throws where somebody would be in a branch before it stood, or after it ended, for certain; keeps the branch's life from
 * being changed until that is written. Without a day it is about going there today.
 */
export const holdInBranch = async (tx: EntityManager, membership: InBranch, since: string | null, argument: string): Promise<void> => {
  const branch = await branchOf(tx, membership);
  if (branch === null) return;
  const began = since ?? today();
  if (since !== null && endOf(since) < startOf(branch.since)) throw new BadInput(argument, `It would begin in ${since}, and the branch stands since ${branch.since}. Leave the branch out, or correct its beginning.`);
  if (branch.until !== null && startOf(began) > endOf(branch.until)) throw new BadInput(argument, `The branch ended in ${branch.until}. Name another one, or none.`);
};

/** Throws where a member would be one of the same association twice on a day, by what is certain of both memberships. */
export const holdAlone = async (tx: EntityManager, { id, personId, organisationId, associationId, since, until }: Membership, argument: string): Promise<void> => {
  // Held until the change is made, so that of two at once the second one sees the first.
  await tx.findOneOrFail<Person | MemberOrganisation>(personId === null ? MemberOrganisation : Person, { where: { id: personId ?? organisationId! }, lock: { mode: "for_no_key_update" } });
  const others = await tx.query<object[]>(
    `select from membership where (person_id = $1 or organisation_id = $6) and association_id = $2 and id <> $3
       and greatest(partial_end(since), partial_end($4::text)) < least(coalesce(partial_start(until), 'infinity'), coalesce(partial_start($5::text), 'infinity'))`,
    [personId, associationId, id, since, until, organisationId],
  );
  if (others.length > 0) throw new BadInput(argument, `The ${personId === null ? "organisation" : "person"} has another membership in this association at that time. End that one first, or correct it.`);
};
