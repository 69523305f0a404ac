import { pause } from "./pause";
import type { System } from "./system";

const everyMs = 3000;

/** One changed supergraph after the other. */
export class Supergraphs {
  constructor(
    private readonly system: System,
    private readonly over: AbortSignal,
  ) {}

  async run() {
    for (let number = 1; ; number++) {
      await pause(everyMs, this.over);
      if (this.over.aborted) return;
      // Every fifth cannot be used, and is mended by the next.
      this.system.changeSupergraph(number, number % 5 !== 0);
    }
  }

  taken() {
    return this.#reloads("taken");
  }

  refused() {
    return this.#reloads("refused");
  }

  #reloads(outcome: string) {
    return this.system.figure(`gateway_supergraph_reloads_total{outcome="${outcome}"}`);
  }
}
