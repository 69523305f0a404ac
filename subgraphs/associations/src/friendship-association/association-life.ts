import { BadInput, endOf, startOf } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { Union } from "../union";
import { FriendshipAssociation } from "./friendship-association";

type Life = Pick<FriendshipAssociation, "foundedOn" | "namedAsOf" | "dissolvedOn">;

/** Throws where an association has no beginning, or ends before it; `end` is what the input calls its end. */
export const checkLife = ({ foundedOn, namedAsOf, dissolvedOn }: Life, end: string): void => {
  const since = foundedOn ?? namedAsOf;
  if (since === null) throw new BadInput("foundedOn", "Say when it was founded, or by namedAsOf for what day a source names it.");
  if (dissolvedOn !== null && startOf(since) > endOf(dissolvedOn)) throw new BadInput(end, `It would be dissolved in ${dissolvedOn}, before it was founded or named in ${since}.`);
};

/** Throws where something of the association began, for certain, before it was founded or after it was dissolved. */
export const checkWithinLife = (association: Life, began: string, argument: string): void => {
  const { foundedOn, dissolvedOn } = association;
  if (foundedOn !== null && endOf(began) < startOf(foundedOn)) throw new BadInput(argument, `${argument} is ${began}, and the association was founded in ${foundedOn}.`);
  if (dissolvedOn !== null && startOf(began) > endOf(dissolvedOn)) throw new BadInput(argument, `${argument} is ${began}, and the association was dissolved in ${dissolvedOn}.`);
};

/** The same within a change, which keeps the association's life from being changed until it is made. */
export const holdWithinLife = async (tx: EntityManager, associationId: string, began: string, argument: string): Promise<void> =>
  checkWithinLife(await tx.findOneOrFail(FriendshipAssociation, { where: { id: associationId }, lock: { mode: "pessimistic_read" } }), began, argument);

/** Throws where an association was founded, for certain, after its union had ended; keeps the union from ending until it is written. */
export const holdWithinUnion = async (tx: EntityManager, { unionId, foundedOn }: Pick<FriendshipAssociation, "unionId" | "foundedOn">): Promise<void> => {
  if (foundedOn === null) return;
  const { endedOn } = await tx.findOneOrFail(Union, { where: { id: unionId }, lock: { mode: "pessimistic_read" } });
  if (endedOn !== null && startOf(foundedOn) > endOf(endedOn)) throw new BadInput("foundedOn", `foundedOn is ${foundedOn}, and the union ${unionId} ended in ${endedOn}.`);
};

// What belongs to an association knows it, and not the other way round: hence the names of their tables.
const parts = `
  select association_id, since as began from branch
  union all select association_id, since from membership
  union all select association_id, held_on from congress where held_on is not null`;

/** Throws where a life that was changed leaves out what the association has. */
export const checkHoldsParts = async (tx: EntityManager, { id, foundedOn, dissolvedOn }: FriendshipAssociation, argument: string): Promise<void> => {
  const [outside] = await tx.query<{ count: number }[]>(
    `select count(*)::int as count from (${parts}) part
     where association_id = $1 and (partial_end(began) < partial_start($2::text) or partial_start(began) > partial_end($3::text))`,
    [id, foundedOn, dissolvedOn],
  );
  const count = outside?.count ?? 0;
  if (count > 0) throw new BadInput(argument, `${count} of its branches, memberships and congresses would have begun before it was founded, or after it was dissolved. Correct them first.`);
};
