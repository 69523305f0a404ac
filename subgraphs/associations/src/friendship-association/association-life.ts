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
  select 'branch' as kind, association_id, since as began from branch
  union all select 'membership', association_id, since from membership
  union all select 'position', association_id, coalesce(since, named_as_of) from position_tenure
  union all select 'congress', association_id, held_on from congress where held_on is not null
  union all select 'scholarship', link.association_id, awarded_on from scholarship_association link join scholarship on scholarship.id = link.scholarship_id where awarded_on is not null
  union all select 'renaming', association_id, until from association_name
  union all select 'change of countries', association_id, until from association_coverage`;

const kinds: Record<string, [many: string, correct: string]> = {
  branch: ["branches", "correctBranch"],
  membership: ["memberships", "correctMembership"],
  position: ["positions", "correctPosition"],
  congress: ["congresses", "correctCongress"],
  scholarship: ["scholarships", "correctScholarship"],
  renaming: ["renamings", "correctFriendshipAssociation"],
  "change of countries": ["changes of countries", "correctFriendshipAssociation"],
};

interface Outside {
  kind: string;
  early: number;
  late: number;
}

/** Throws where a life that was changed leaves out what the association has. */
export const checkHoldsParts = async (tx: EntityManager, { id, foundedOn, dissolvedOn }: FriendshipAssociation, argument: string): Promise<void> => {
  const outside = await tx.query<Outside[]>(
    `select kind, early, late from (
       select kind, count(*) filter (where partial_end(began) < partial_start($2::text))::int as early, count(*) filter (where partial_start(began) > partial_end($3::text))::int as late
       from (${parts}) part where association_id = $1 group by kind) counted
     where early + late > 0 order by kind`,
    [id, foundedOn, dissolvedOn],
  );
  if (outside.length === 0) return;
  const told = (side: "early" | "late", when: string) => {
    const found = outside.filter(each => each[side] > 0).map(each => `${each[side]} ${each[side] === 1 ? each.kind : kinds[each.kind]![0]}`);
    return found.length > 0 ? [`${found.join(", ")} ${when}`] : [];
  };
  const correct = [...new Set(outside.map(({ kind }) => kinds[kind]![1]))];
  const began = [...told("early", `before it was founded in ${foundedOn}`), ...told("late", `after it was dissolved in ${dissolvedOn}`)].join("; ");
  throw new BadInput(argument, `Of the association there would have begun: ${began}. Correct these first (${correct.join(", ")}), or send another day.`);
};
