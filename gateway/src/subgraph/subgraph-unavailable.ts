import { Problem } from "@huu-nghi/service-kit";

/** Nothing of a subgraph's answer can be had now. Says so to a client, and names the division and nothing else of it. */
export class SubgraphUnavailable extends Problem {
  constructor(division: string) {
    super("SUBGRAPH_UNAVAILABLE", `The division ${division} does not answer now; its part is missing. Ask again later.`, { division });
  }
}
