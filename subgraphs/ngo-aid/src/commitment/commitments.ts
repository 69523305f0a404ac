import { newestFirst, oneBy, Pages, sql, type List, type PageArgs, type RequestScope } from "@huu-nghi/subgraph-kit";
import { Commitment } from "./commitment";

const ofProject: List<null> = {
  name: "commitments of a project",
  order: newestFirst("signed_on"),
  rows: () => sql`select asked.parent, commitment.id, commitment.signed_on from asked join commitment on commitment.project_id = asked.parent`,
};

export class Commitments {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Commitment, "id");

  ofProject = (projectId: string, args: PageArgs) => this.scope.get(Pages).of(ofProject, projectId, null, args, this.byId);
}
