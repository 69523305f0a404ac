import type { BreakerState } from "./breaker";
import type { Outcome } from "./link-fault";
import type { SubgraphRequest } from "./subgraph-request";

/** One request to a subgraph, when it has ended. */
export interface LinkCall {
  division: string;
  ms: number;
  outcome: Outcome;
}

/** Follows one request of a client's to a subgraph through. */
export interface LinkTrace {
  /** Names and values in turn that go with it, in addition to what it is known by. */
  headers: readonly string[];
  /** It is answered by one that was already under way. */
  shared: () => void;
  ended: (outcome: Outcome) => void;
}

/** Hears what happens on the links; for metrics and traces. */
export interface LinkObserver {
  /** What it is shown of the request is not for others' eyes. */
  onAsk?: (division: string, request: SubgraphRequest) => LinkTrace | undefined;
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

/** Tells several observers as one. Only the first that has `onAsk` is asked. */
export const toldTogether = (...given: (LinkObserver | undefined)[]): LinkObserver | undefined => {
  const observers = given.filter(observer => observer !== undefined);
  if (observers.length < 2) return observers[0];
  const onAsk = observers.find(observer => observer.onAsk)?.onAsk;
  return {
    ...(onAsk && { onAsk }),
    onCall: call => observers.forEach(observer => observer.onCall?.(call)),
    onShared: division => observers.forEach(observer => observer.onShared?.(division)),
    onBreaker: (division, state) => observers.forEach(observer => observer.onBreaker?.(division, state)),
  };
};
