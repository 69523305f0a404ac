import { setTimeout as sleep } from "node:timers/promises";
import type { System } from "./system";

const everyMs = 3000;

/** One changed supergraph after the other. */
export class Supergraphs {
  #isOver = false;

  constructor(private readonly system: System) {}

  async run() {
    for (let number = 1; !this.#isOver; number++) {
      for (const until = performance.now() + everyMs; !this.#isOver && performance.now() < until; ) await sleep(100);
      // Every fifth cannot be used, and is mended by the next.
      if (!this.#isOver) this.system.changeSupergraph(number, number % 5 !== 0);
    }
  }

  end() {
    this.#isOver = true;
  }

  taken() {
    return this.system.figure(`gateway_supergraph_reloads_total{outcome="taken"}`);
  }

  refused() {
    return this.system.figure(`gateway_supergraph_reloads_total{outcome="refused"}`);
  }
}
