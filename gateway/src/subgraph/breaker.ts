import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleAll } from "cockatiel";

export type BreakerState = "closed" | "open" | "half-open";

/** Leave to send one request; says how that went, so that the breaker learns of it. */
export interface Pass {
  /** The one request that finds out whether the subgraph is back; it runs to its end, whoever left. */
  isProbe: boolean;
  succeeded: () => void;
  failed: () => void;
}

const states: Record<CircuitState, BreakerState> = {
  [CircuitState.Closed]: "closed",
  [CircuitState.Open]: "open",
  [CircuitState.HalfOpen]: "half-open",
  [CircuitState.Isolated]: "open",
};

export interface BreakerOptions {
  /** So many failures in a row open it. */
  failures: number;
  /** For so long it stays open before one request may try. */
  openMs: number;
  onState: (state: BreakerState) => void;
}

/**
 * Spares a subgraph that fails, and those who ask it the wait. The states and their changes are the library's; a request
 * that succeeds while it is closed passes by with a counter set to zero.
 */
export class Breaker {
  readonly #count: ConsecutiveBreaker;
  readonly #policy;
  readonly #everyday: Pass;

  constructor({ failures, openMs, onState }: BreakerOptions) {
    this.#count = new ConsecutiveBreaker(failures);
    this.#policy = circuitBreaker(handleAll, { halfOpenAfter: openMs, breaker: this.#count });
    this.#policy.onStateChange(state => onState(states[state]));
    this.#everyday = {
      isProbe: false,
      succeeded: () => this.#count.success(),
      // One that was sent before it opened, and failed after, tells nothing new.
      failed: () => {
        if (this.#policy.state === CircuitState.Closed) this.#run(() => Promise.reject(new Error("no answer")));
      },
    };
  }

  get state(): BreakerState {
    return states[this.#policy.state];
  }

  /** Undefined when nothing may be sent now. */
  enter(): Pass | undefined {
    const { state } = this.#policy;
    if (state === CircuitState.Closed) return this.#everyday;
    // The library lets others wait for the one that tries; they are told at once instead.
    if (state === CircuitState.HalfOpen) return undefined;
    let pass: Pass | undefined;
    this.#run(
      () =>
        new Promise<void>((succeeded, fail) => {
          pass = { isProbe: true, succeeded, failed: () => fail(new Error("no answer")) };
        }),
    );
    return pass;
  }

  #run(attempt: () => Promise<void>) {
    void this.#policy.execute(attempt).catch(() => undefined);
  }
}
