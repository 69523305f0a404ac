import { raw, sql, standsOn, type RequestScope } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";

interface Asked {
  branchId: string;
  asOf: string;
  below: boolean;
}

interface Counts {
  memberships: number;
  people: number;
}

/** How many members branches have; who they are is not public. */
export class BranchMembers {
  constructor(private readonly scope: RequestScope) {}

  /** Of a branch on a day, with those below it or without; null where no membership was ever recorded in it. */
  readonly counts = new DataLoader<Asked, Counts | null, string>(
    async asked => {
      const rows = await this.scope.rows<Asked & Counts>(sql`
        with recursive asked as (
          select * from unnest(${asked.map(({ branchId }) => branchId)}::text[], ${asked.map(({ asOf }) => asOf)}::date[], ${asked.map(({ below }) => below)}::boolean[]) as asked (branch_id, as_of, below)
        ), tree as (
          select branch_id as top, branch_id as id from asked
          union select tree.top, branch.id from tree join branch on branch.parent_id = tree.id
        )
        select asked.branch_id as "branchId", asked.as_of::text as "asOf", asked.below,
          count(*) filter (where standing)::int as memberships, count(distinct membership.person_id) filter (where standing)::int as people
        from asked join tree on tree.top = asked.branch_id and (asked.below or tree.id = tree.top)
        join membership on membership.branch_id = tree.id
        join friendship_association association on association.id = membership.association_id
        cross join lateral (
          select ${standsOn("membership.since", "coalesce(membership.until, association.dissolved_on)", raw("asked.as_of"))} as standing
        ) standing
        group by asked.branch_id, asked.as_of, asked.below`);
      const found = new Map(rows.map(row => [keyOf(row), row]));
      return asked.map(each => found.get(keyOf(each)) ?? null);
    },
    { cacheKeyFn: keyOf },
  );
}

function keyOf({ branchId, asOf, below }: Asked) {
  return `${branchId} ${asOf} ${below}`;
}
