import type { GraphQLError } from "graphql";
import type { GatewayContext } from "../gateway-context";
import type { EntityRequests } from "./entity-requests";
import type { Entity } from "./merge";
import type { Place } from "./places";

/** One run of a compiled plan: what was asked, and what the divisions have answered so far. */
export interface PlanRun {
  readonly data: Entity;
  readonly errors: GraphQLError[];
  /** What is missing beside what an error names, since a division answered with nothing but errors. */
  readonly explained: Place[];
  /** What steps that ask in the same words have asked of entities. */
  readonly entityRequests: Map<string, EntityRequests>;
  /** Whether what was asked once holds for the whole run, as in a query. */
  readonly remembers: boolean;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
  /** Told of what each division's answer says about how long it may be kept. */
  readonly onCacheControl: (header: string | undefined) => void;
}

/** A part of a plan, as a function. */
export type Step = (run: PlanRun) => Promise<void>;
