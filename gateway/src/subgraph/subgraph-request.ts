import type { GraphQLFormattedError } from "graphql";
import type { GatewayContext } from "../gateway-context";

/** One request to a subgraph, ready to be sent. */
export interface SubgraphRequest {
  /** What is asked, in GraphQL; the same text each time the same step of a plan runs. */
  document: string;
  kind: "query" | "mutation";
  /** The request as it goes over the wire: document, variables and operation name as JSON. */
  body: string;
  /** How many entities the answer has to hold; none when it is asked for root fields. */
  entities?: number;
  /** Whether a mutation may be sent twice: each of its fields has a key against repetition. */
  repeatable?: boolean;
  /** Whether nobody alters the answer, so that one can be given to many. */
  readOnly?: boolean;
  /** For whom; null when the gateway asks for itself. */
  context: GatewayContext | null;
}

/** What a subgraph answered, in the form of GraphQL and fit to go on: nothing of its insides is in the errors. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
  /** How long it may be kept, as its `cache-control` header says. */
  cacheControl?: string;
}

/** The way to one subgraph. Rejects with a `SubgraphUnavailable` when no answer is to be had. */
export interface SubgraphConnection {
  ask: (request: SubgraphRequest) => Promise<SubgraphAnswer>;
}
