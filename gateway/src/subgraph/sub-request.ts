import type { Pool } from "undici";
import type { Bulkhead, Waiting } from "./bulkhead";
import { Exchange } from "./exchange";
import { connectionFault, isOfConnection, LinkFault } from "./link-fault";

/** What all requests to one subgraph have in common. */
export interface Wire {
  pool: Pool;
  bulkhead: Bulkhead;
  path: string;
  timeoutMs: number;
  maxBytes: number;
}

export interface ToSend {
  body: Buffer;
  /** Names and values in turn. Made anew for each attempt, since a signature is good for one. */
  headers: () => string[];
  /** Whether it may be sent again when its connection breaks. */
  repeatable: boolean;
}

type Settled = (fault: LinkFault | undefined, exchange: Exchange | undefined) => void;

const mostAttempts = 2;

/** One request to a subgraph with its time: waiting for a place, connecting, asking, once more if need be, all in all. */
export class SubRequest implements Waiting {
  #timer: NodeJS.Timeout | undefined;
  #exchange: Exchange | undefined;
  #attempts = 0;
  #isSettled = false;

  constructor(
    private readonly wire: Wire,
    private readonly sent: ToSend,
    private readonly settled: Settled,
  ) {}

  start() {
    this.#timer = setTimeout(SubRequest.#late, this.wire.timeoutMs, this);
    if (!this.wire.bulkhead.enter(this)) this.#settle(new LinkFault("bulkhead-full", "too many requests to it are under way"), undefined);
  }

  /** Ends it without an answer; what is on the wire is taken back. */
  end(fault: LinkFault) {
    if (this.#isSettled) return;
    this.#settle(fault, undefined);
    if (!this.wire.bulkhead.giveUp(this)) this.#exchange?.abort(fault);
  }

  run() {
    const { pool, path, maxBytes } = this.wire;
    this.#attempts += 1;
    this.#exchange = new Exchange(maxBytes, this.#ended);
    try {
      pool.dispatch({ method: "POST", path, headers: this.sent.headers(), body: this.sent.body }, this.#exchange);
    } catch (error) {
      this.#ended(this.#exchange, connectionFault(error));
    }
  }

  readonly #ended = (exchange: Exchange, fault: LinkFault | undefined) => {
    const again = fault && !this.#isSettled && this.sent.repeatable && isOfConnection(fault) && !exchange.hasBegun && this.#attempts < mostAttempts;
    if (again) return this.run();
    this.wire.bulkhead.leave();
    this.#settle(fault, exchange);
  };

  #settle(fault: LinkFault | undefined, exchange: Exchange | undefined) {
    if (this.#isSettled) return;
    this.#isSettled = true;
    clearTimeout(this.#timer);
    this.settled(fault, exchange);
  }

  // When this process itself was late, an answer may be there, unread; it is read before what setImmediate runs.
  static #late(this: void, one: SubRequest) {
    setImmediate(SubRequest.#tooLate, one);
  }

  static #tooLate(this: void, one: SubRequest) {
    one.end(new LinkFault("timeout", `no answer within ${one.wire.timeoutMs} ms`));
  }
}
