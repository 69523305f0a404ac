import { BadInput, endOf, sql, standTogether, startOf } from "@huu-nghi/subgraph-kit";
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
 * being changed until that is written.
 */
export const holdInBranch = async (tx: EntityManager, membership: InBranch, began: string, argument: string): Promise<void> => {
  const branch = await branchOf(tx, membership);
  if (branch === null) return;
  if (endOf(began) < startOf(branch.since)) throw new BadInput(argument, `It would begin in ${began}, and the branch ${branch.id} stands since ${branch.since}. Leave the branch out, or correct its beginning.`);
  if (branch.until !== null && startOf(began) > endOf(branch.until)) throw new BadInput(argument, `The branch ${branch.id} ended in ${branch.until}. Name another one, or none.`);
};

/** Throws where an organisation would become a member, for certain, after it was closed; keeps it from being closed until that is written. */
export const holdOrganisation = async (tx: EntityManager, { organisationId, since }: Pick<Membership, "organisationId" | "since">, argument: string): Promise<void> => {
  if (organisationId === null) return;
  const { endedOn } = await tx.findOneOrFail(MemberOrganisation, { where: { id: organisationId }, lock: { mode: "pessimistic_read" } });
  if (endedOn !== null && startOf(since) > endOf(endedOn)) throw new BadInput(argument, `${argument} is ${since}, and the organisation ${organisationId} was closed in ${endedOn}. Correct the one or the other.`);
};

/** Throws where a member would be one of the same association twice on a day, as memberships are counted. */
export const holdAlone = async (tx: EntityManager, { id, personId, organisationId, associationId, since, until }: Membership, argument: string): Promise<void> => {
  // Held until the change is made, so that of two at once the second one sees the first.
  await tx.findOneOrFail<Person | MemberOrganisation>(personId === null ? MemberOrganisation : Person, { where: { id: personId ?? organisationId! }, lock: { mode: "for_no_key_update" } });
  const { text, values } = sql`
    select id, since, until from membership where (person_id = ${personId} or organisation_id = ${organisationId}) and association_id = ${associationId} and id <> ${id}
      and ${standTogether({ since: sql`since`, until: sql`until` }, { since: sql`${since}::text`, until: sql`${until}::text` })} order by id`;
  const [other] = await tx.query<Pick<Membership, "id" | "since" | "until">[]>(text, values);
  if (!other) return;
  const its = other.until === null ? `since ${other.since}` : `from ${other.since} until ${other.until}`;
  throw new BadInput(argument, `The ${personId === null ? "organisation" : "person"} has another membership in this association at that time: ${other.id}, ${its}. End that one first, or correct it; who comes back does so after the day of leaving.`);
};
