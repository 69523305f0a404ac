import { byName, oneBy, Pages, sql, standsOn, today, type List, type PageArgs, type RequestScope } from "@huu-nghi/subgraph-kit";
import { Branch } from "./branch";

const ofAssociation: List<{ asOf: string }> = {
  name: "branches of an association",
  order: byName,
  rows: ({ asOf }) => sql`
    select asked.parent, branch.id, coalesce(branch.name_vi, branch.name_en) as name
    from asked join branch on branch.association_id = asked.parent
    where ${standsOn("branch.since", "branch.until", sql`${asOf}::date`)}`,
};

export class Branches {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Branch, "id");

  /** Those that stand today, by name. */
  ofAssociation = (associationId: string, args: PageArgs) => this.scope.get(Pages).of(ofAssociation, associationId, { asOf: today() }, args, this.byId);
}
