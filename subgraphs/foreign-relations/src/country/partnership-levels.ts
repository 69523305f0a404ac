import { manyBy, type RequestScope } from "@huu-nghi/subgraph-kit";
import { levels, PartnershipLevel } from "./partnership-level";

const rank = ({ level }: PartnershipLevel) => levels.indexOf(level);

export class PartnershipLevels {
  constructor(private readonly scope: RequestScope) {}

  /** The first one first; of those whose beginning nobody says, the lower first. */
  readonly byCountry = manyBy(this.scope, PartnershipLevel, "countryCode", (a, b) => (a.since ?? "").localeCompare(b.since ?? "") || rank(a) - rank(b));
}
