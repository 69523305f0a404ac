import type { IncomingHttpHeaders } from "node:http";
import type { Departure } from "@huu-nghi/service-kit";
import { copyJson } from "./copy-answer";
import { LinkFault } from "./link-fault";
import type { SubgraphAnswer } from "./subgraph-request";

export interface Reply {
  answer: SubgraphAnswer;
  status: number;
  headers: IncomingHttpHeaders;
}

/** Somebody who waits for an answer, and the client for whom. */
export interface Waiter {
  resolve: (reply: Reply) => void;
  reject: (fault: unknown) => void;
  departure: Departure | undefined;
  /** It alters nothing of what it gets. */
  readOnly: boolean;
}

export const abandoned = new LinkFault("aborted", "the client left");

const copyOf = (reply: Reply): Reply | LinkFault => {
  try {
    return { ...reply, answer: copyJson(reply.answer) };
  } catch {
    return new LinkFault("no-answer", "its answer is nested too deep to be copied");
  }
};

/** A request under way, and all who wait for its answer. */
export class Flight {
  /** What to do when nobody waits for it any more. */
  deserted: () => void = () => undefined;
  readonly #waiters = new Map<Waiter, (() => void) | undefined>();

  /** `body` and `identity` together are all that may change the answer. */
  constructor(
    readonly body: string,
    readonly identity: string,
  ) {}

  join(waiter: Waiter) {
    const { departure } = waiter;
    if (!departure) return void this.#waiters.set(waiter, undefined);
    const leave = () => this.#leave(waiter);
    this.#waiters.set(waiter, leave);
    departure.add(leave);
  }

  land(reply: Reply) {
    // The original goes to all who leave it as it is, or to one who does not; whoever else alters it gets a copy.
    let isTaken = [...this.#waiters.keys()].some(({ readOnly }) => readOnly);
    for (const [waiter, leave] of this.#waiters) {
      if (leave) waiter.departure?.delete(leave);
      const original = waiter.readOnly || !isTaken;
      isTaken = true;
      const given = original ? reply : copyOf(reply);
      if (given instanceof LinkFault) waiter.reject(given);
      else waiter.resolve(given);
    }
    this.#waiters.clear();
  }

  fail(fault: LinkFault) {
    for (const [waiter, leave] of this.#waiters) {
      if (leave) waiter.departure?.delete(leave);
      waiter.reject(fault);
    }
    this.#waiters.clear();
  }

  #leave(waiter: Waiter) {
    this.#waiters.delete(waiter);
    waiter.reject(abandoned);
    if (this.#waiters.size === 0) this.deserted();
  }
}

/** The queries under way to one subgraph that others may join, by what they ask and for whom. */
export class SharedRequests {
  readonly #flights = new Map<string, Flight[]>();

  find(body: string, identity: string): Flight | undefined {
    return this.#flights.get(body)?.find(flight => flight.identity === identity);
  }

  add(flight: Flight) {
    const others = this.#flights.get(flight.body);
    if (others) others.push(flight);
    else this.#flights.set(flight.body, [flight]);
  }

  remove(flight: Flight) {
    const others = this.#flights.get(flight.body);
    if (!others?.includes(flight)) return;
    if (others.length === 1) this.#flights.delete(flight.body);
    else others.splice(others.indexOf(flight), 1);
  }

  /** Nobody joins what is under way now: it may have been read before a change. */
  clear() {
    this.#flights.clear();
  }
}
