/** What waits for a place among those under way. */
export interface Waiting {
  run: () => void;
}

/** Caps what is under way to one subgraph, so that one that hangs takes neither sockets nor memory from the others. */
export class Bulkhead {
  readonly #waiting = new Set<Waiting>();
  #running = 0;

  constructor(
    private readonly places: number,
    private readonly queue: number,
  ) {}

  get running() {
    return this.#running;
  }

  get waiting() {
    return this.#waiting.size;
  }

  /** Runs it now, or as soon as there is a place; false when there is not even room to wait. */
  enter(one: Waiting): boolean {
    if (this.#running < this.places) {
      this.#running += 1;
      one.run();
      return true;
    }
    if (this.#waiting.size >= this.queue) return false;
    this.#waiting.add(one);
    return true;
  }

  /** True when it was still waiting. */
  giveUp(one: Waiting): boolean {
    return this.#waiting.delete(one);
  }

  /** One that ran has ended. */
  leave() {
    const [next] = this.#waiting;
    if (!next) return void (this.#running -= 1);
    this.#waiting.delete(next);
    next.run();
  }
}
