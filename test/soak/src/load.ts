import { setTimeout as sleep } from "node:timers/promises";
import { Agent, request } from "undici";
import { faultOf, type Answer } from "./judge";
import { question, type Question } from "./questions";

const pauseMs = 20;
const mostTold = 20;

/** Clients with mixed questions, and what they got. */
export class Load {
  readonly kinds = new Map<string, number>();
  readonly failures: string[] = [];
  failed = 0;
  partial = 0;
  readonly #times: number[] = [];
  readonly #agent = new Agent({ connections: 64 });
  #asked = 0;
  #isOver = false;
  #clients: Promise<void>[] = [];

  constructor(
    private readonly url: string,
    private readonly wasAtFault: (division: string, sinceMs: number) => boolean,
  ) {}

  get requests() {
    return this.#asked;
  }

  start(clients: number) {
    this.#clients = Array.from({ length: clients }, () => this.#client());
  }

  async end() {
    this.#isOver = true;
    await Promise.all(this.#clients);
    await this.#agent.close();
  }

  quantile(share: number): number {
    const sorted = [...this.#times].sort((one, other) => one - other);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  }

  async #client() {
    while (!this.#isOver) {
      await this.#ask(question(this.#asked++));
      await sleep(pauseMs);
    }
  }

  async #ask(asked: Question) {
    const begunAt = performance.now();
    this.kinds.set(asked.kind, (this.kinds.get(asked.kind) ?? 0) + 1);
    try {
      const { query, variables, leavesAfterMs } = asked;
      const { body } = await request(this.url, {
        ...{ dispatcher: this.#agent, method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query, variables }) },
        signal: leavesAfterMs === undefined ? null : AbortSignal.timeout(leavesAfterMs),
      });
      const answer = (await body.json()) as Answer;
      this.#times.push(performance.now() - begunAt);
      if (answer.errors && asked.refusal === undefined) this.partial += 1;
      this.#note(faultOf(asked, answer, division => this.wasAtFault(division, begunAt)), asked);
    } catch (error) {
      if (asked.leavesAfterMs === undefined) this.#note(`no answer: ${String(error)}`, asked);
    }
  }

  #note(fault: string | undefined, { kind }: Question) {
    if (fault === undefined) return;
    this.failed += 1;
    if (this.failures.length < mostTold) this.failures.push(`${kind}: ${fault}`);
  }
}
