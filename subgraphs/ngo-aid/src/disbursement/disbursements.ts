import { newestFirst, oneBy, Pages, sql, type List, type PageArgs, type RequestScope } from "@huu-nghi/subgraph-kit";
import { Disbursement } from "./disbursement";

const ofProject: List<null> = {
  name: "disbursements of a project",
  order: newestFirst("paid_on"),
  rows: () => sql`select asked.parent, disbursement.id, disbursement.paid_on from asked join disbursement on disbursement.project_id = asked.parent`,
};

export class Disbursements {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Disbursement, "id");

  ofProject = (projectId: string, args: PageArgs) => this.scope.get(Pages).of(ofProject, projectId, null, args, this.byId);
}
