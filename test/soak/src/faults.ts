import { divisions, type Division } from "./divisions/schemas";
import { pause } from "./pause";
import type { System } from "./system";

const kinds = ["hang", "503", "kill", "slow"] as const;
/** Each kind once. */
export const leastFaults = kinds.length;
const faultMs = 4000;
const pauseMs = 3000;
// Until the breaker has let one request through, and what was asked before has ended.
const afterMs = 5000;

/** One fault after the other, each in another division. */
export class Faults {
  readonly #until = new Map<string, number>();
  count = 0;
  now = "none";

  constructor(
    private readonly system: System,
    private readonly over: AbortSignal,
  ) {}

  /** Whether a request that began then may have met its fault. */
  wasAtFault = (division: string, sinceMs: number) => (this.#until.get(division) ?? -Infinity) + afterMs > sinceMs;

  async run() {
    for (let number = 0; ; number++) {
      await pause(pauseMs, this.over);
      if (this.over.aborted) return;
      await this.#fault(kinds[number % kinds.length]!, divisions[(number + Math.floor(number / kinds.length)) % divisions.length]!);
    }
  }

  async #fault(kind: (typeof kinds)[number], division: Division) {
    this.count += 1;
    this.now = `${division}: ${kind}`;
    this.#until.set(division, Infinity);
    if (kind === "kill") await this.system.kill(division);
    else this.system.tell(division, kind);
    await pause(faultMs, this.over);
    if (kind === "kill") await this.system.startDivision(division);
    else this.system.tell(division, "well");
    this.#until.set(division, performance.now());
    this.now = "none";
  }
}
