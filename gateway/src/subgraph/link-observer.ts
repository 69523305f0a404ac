import type { BreakerState } from "./breaker";
import type { Outcome } from "./link-fault";

/** One request to a subgraph, when it has ended. */
export interface LinkCall {
  division: string;
  ms: number;
  outcome: Outcome;
}

/** Hears what happens on the links; for metrics. What it is told holds nothing of requests or answers. */
export interface LinkObserver {
  onCall?: (call: LinkCall) => void;
  /** A request was answered by one that was already under way. */
  onShared?: (division: string) => void;
  onBreaker?: (division: string, state: BreakerState) => void;
}

/** How a link is just now. */
export interface LinkState {
  division: string;
  breaker: BreakerState;
  /** On the wire. */
  inFlight: number;
  /** Waiting for a place on it. */
  waiting: number;
}
