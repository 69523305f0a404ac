import { BadInput, endOf, idsBy, Problem, sql, startOf, type RequestScope } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { Branch } from "./branch";

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
