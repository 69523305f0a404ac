import { oneBy, type RequestScope } from "@huu-nghi/subgraph-kit";
import { Partner } from "./partner";

export class Partners {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Partner, "id");
}
