import { oneBy, type RequestScope } from "@huu-nghi/subgraph-kit";
import { Sector } from "./sector";

export class Sectors {
  constructor(private readonly scope: RequestScope) {}

  readonly byCode = oneBy(this.scope, Sector, "code");
}
