import { BadInput, endOf, idsBy, Problem, sql, startOf, statesOverTime, type RequestScope } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { Branch } from "./branch";
import { earlierStays } from "./branch-stays";

const shown = 3;

/** Which branch is below which. */
export class BranchTree {
  constructor(private readonly scope: RequestScope) {}

  /** The ids of those above each, the outermost first. */
  readonly ancestors = idsBy(
    this.scope,
    ids => sql`
      with recursive above as (
        select id as parent, parent_id as id, 1 as distance from branch where id = any(${ids})
        union all select above.parent, branch.parent_id, distance + 1 from above join branch on branch.id = above.id
      ) select parent, id from above where id is not null order by distance desc`,
  );
}

/** Throws unless a branch may be where its parent says, as all branches stand within the change. */
export const checkPlace = async (tx: EntityManager, { id, parentId, since, until }: Omit<Branch, "version">, argument: string): Promise<void> => {
  if (parentId === null) return;
  const above = await tx.query<{ id: string }[]>(
    `with recursive above as (
       select id, parent_id from branch where id = $1
       union select branch.id, branch.parent_id from above join branch on branch.id = above.parent_id
     ) select id from above`,
    [parentId],
  );
  if (above.some(each => each.id === id)) throw new BadInput("parent", `${parentId} is below the branch ${id} itself. Put it below another branch, or below none.`);
  const { until: ended } = await tx.findOneByOrFail(Branch, { id: parentId });
  if (ended === null) return;
  if (startOf(since) > endOf(ended)) throw new BadInput(argument, `The branch ${parentId} above it ended in ${ended}, before this one began in ${since}.`);
  if (outlasts({ until }, ended)) throw new BadInput(argument, `The branch ${parentId} above it ended in ${ended}. Put it below one that stands, or below none.`);
};

const outlasts = ({ until }: Pick<Branch, "until">, end: string) => until === null || startOf(until) > endOf(end);

/** Throws where branches below one that ended would stand on. */
export const checkNoneBelow = async (tx: EntityManager, { id, until }: Branch, current: number): Promise<void> => {
  if (until === null) return;
  const below = (await tx.find(Branch, { where: { parentId: id }, order: { id: "ASC" } })).filter(child => outlasts(child, until));
  if (below.length === 0) return;
  const names = below.slice(0, shown).map(child => `${child.name.vi ?? child.name.en} (${child.id})`);
  const more = below.length > shown ? ` and ${below.length - shown} more` : "";
  throw new Problem("CONFLICT", `Below it stand ${names.join(", ")}${more}. End them first with endBranch, or put them below another one with changeBranch.`, { current });
};

type Begun = Pick<Branch, "since">;

/** Whether something began, for certain, before a branch did. */
const isOlder = (began: string, { since }: Begun) => endOf(began) < startOf(since);

/** Throws where a branch would be older than the one above it, unless it was so before: then it went there later. */
export const checkSinceOfParent = async (tx: EntityManager, { parentId, since }: Omit<Branch, "version">, argument: string, before?: Branch): Promise<void> => {
  if (parentId === null) return;
  const parent = await tx.findOneByOrFail(Branch, { id: parentId });
  if (!isOlder(since, parent) || (before?.parentId === parentId && isOlder(before.since, parent))) return;
  throw new BadInput(argument, `It would begin in ${since}, before the branch ${parentId} above it, which stands since ${parent.since}. Correct the beginning of that one first, or leave the parent out and put it there with changeBranch.`);
};

/** Throws where a later beginning of a branch leaves out branches below it, or members, that were within its life before. */
export const checkSinceOfParts = async (tx: EntityManager, branch: Branch, before: Begun): Promise<void> => {
  const children = await tx.find(Branch, { where: { parentId: branch.id }, order: { id: "ASC" } });
  const { text, values } = sql`
    select stay.id, coalesce(stay.first_day::text, membership.since) as began
    from (${statesOverTime(earlierStays, sql`select id, branch_id, status from membership where branch_id = ${branch.id}`)}) stay
    join membership on membership.id = stay.id where stay.branch_id = ${branch.id} order by stay.id`;
  const members = await tx.query<{ id: string; began: string }[]>(text, values);
  const parts = [...children.map(({ id, since }) => ({ id: `the branch ${id}`, began: since })), ...members.map(({ id, began }) => ({ id: `the membership ${id}`, began }))];
  const outside = parts.filter(({ began }) => isOlder(began, branch) && !isOlder(began, before));
  if (outside.length === 0) return;
  const more = outside.length > shown ? ` and ${outside.length - shown} more` : "";
  throw new BadInput("since", `It would begin in ${branch.since}, after ${outside.slice(0, shown).map(({ id, began }) => `${id} (${began})`).join(", ")}${more}, which ${outside.length === 1 ? "is" : "are"} in it. Correct those first, or give an earlier beginning.`);
};
