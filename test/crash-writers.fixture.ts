import { setTimeout as pause } from "node:timers/promises";
import { ask, figureChangeCases } from "@huu-nghi/test-kit";
import type { FallingSystem } from "./crash-divisions.fixture";

/** One change that somebody asked for, under a key of its own. */
export interface Write {
  key: string;
  division: string;
  mutation: string;
  input: Record<string, unknown>;
  /** The id of the record, once it was acknowledged. */
  acknowledged?: string;
  /** Why it was not, each time it was sent. */
  refusals: string[];
}

const inputType = "CreateReportedFigureInput";
// Whoever writes on gives up soon, so that something stays unanswered; whoever has nothing else to do does not.
const triesAtFirst = 2;
const triesAgain = 20;
// Short pauses leave something of a small machine to those who start again meanwhile.
const betweenWritesMs = 25;
const betweenTriesMs = 200;

/** People who write, each one change after the other. */
export class Writers {
  readonly writes: Write[] = [];
  private stopping = false;
  private running: Promise<void>[] = [];

  constructor(
    private readonly system: FallingSystem,
    /** Tells these from the writers of another run. */
    private readonly name: string,
  ) {}

  start(count: number): void {
    this.running = Array.from({ length: count }, (_, writer) => this.write(writer));
    for (const each of this.running) each.catch(() => undefined); // told by stop()
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running);
  }

  /** Resolves when each of these divisions has acknowledged so many more changes. */
  async progress(more: number, divisions = this.system.divisions, withinMs = 60_000): Promise<void> {
    const names = divisions.map(({ division }) => division.name);
    const counts = () => names.map(name => this.writes.filter(({ division, acknowledged }) => division === name && acknowledged !== undefined).length);
    const before = counts();
    for (const deadline = Date.now() + withinMs; ; await pause(10)) {
      const now = counts();
      const missing = names.filter((_, index) => now[index]! < before[index]! + more);
      if (missing.length === 0) return;
      if (Date.now() > deadline) throw new Error(`In ${withinMs / 1000} s ${missing.join(" and ")} did not acknowledge ${more} changes. Last refusals: ${this.writes.flatMap(({ refusals }) => refusals).slice(-5).join(", ")}`);
    }
  }

  /** Sends changes with their keys, so that they may have been sent before, until they are acknowledged; so many at a time. */
  async send(writes: Write[], atOnce: number): Promise<void> {
    const lanes = Array.from({ length: atOnce }, async (_, lane) => {
      for (let next = lane; next < writes.length; next += atOnce) {
        delete writes[next]!.acknowledged;
        await this.persist(writes[next]!, triesAgain);
      }
    });
    await Promise.all(lanes);
  }

  private async sendOne(write: Write): Promise<void> {
    const { mutation, input, refusals } = write;
    const query = `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { reportedFigure { id } } }`;
    const { data, errors } = await ask(this.system.gateway.url, query, { input }, { authorization: `Bearer ${this.system.token}` });
    const id = data?.[mutation]?.reportedFigure?.id as string | undefined;
    if (id !== undefined && !errors) write.acknowledged = id;
    else refusals.push(errors?.[0]?.extensions.code ?? "no error");
  }

  private async write(writer: number): Promise<void> {
    for (let number = 0; !this.stopping; number += 1) {
      const { division } = this.system.divisions[(writer + number) % this.system.divisions.length]!;
      const { mutation, input } = figureChangeCases(division)[0]!;
      const key = `${this.name}-${writer}-${number}`;
      // A figure and a source of its own: with the key and two entries of history, five rows that stand together or not at all.
      const change = { ...input(1), idempotencyKey: key, asPrinted: key, source: { title: key } };
      const write: Write = { key, division: division.name, mutation, input: change, refusals: [] };
      this.writes.push(write);
      await this.persist(write, triesAtFirst);
      await pause(betweenWritesMs);
    }
  }

  private async persist(write: Write, tries: number): Promise<void> {
    for (let sent = 0; sent < tries && write.acknowledged === undefined; sent += 1) {
      if (sent > 0) await pause(betweenTriesMs);
      await this.sendOne(write);
    }
  }
}
