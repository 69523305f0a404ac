import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { type Life, sayer } from "./command";
import type { Division } from "./divisions";

/** A command of a division in a process of its own. It waits at each step until it is told to go on, and undoes all of it when we are gone. */
export class SteppedProcess {
  /** Its exit code, once its last words were printed. */
  readonly ended: Promise<number>;
  private readonly child: ChildProcess;
  private readonly steps = new Map<string, (told: unknown) => void>();

  constructor(
    life: Life,
    readonly division: Division,
    args: string[],
    env: NodeJS.ProcessEnv,
  ) {
    const printed = process.stdout.isTTY ? "inherit" : "pipe";
    this.child = life.spawn(process.execPath, [division.main, ...args], { env, stdio: ["ignore", printed, printed, "ipc"] });
    for (const stream of [this.child.stdout, this.child.stderr]) if (stream) createInterface({ input: stream }).on("line", sayer(division.name));
    this.child.on("message", message => {
      const { step, told } = message as { step: string; told?: unknown };
      this.steps.get(step)?.(told);
    });
    this.child.on("error", () => undefined); // it has ended then, or cannot be reached any more: both are seen by its end
    this.ended = new Promise(resolve => this.child.once("close", code => resolve(code ?? 1)));
  }

  /** What it tells at a step; false when it ended instead. */
  reaches<Told = unknown>(step: string): Promise<{ told: Told } | false> {
    return Promise.race([new Promise<{ told: Told }>(resolve => this.steps.set(step, told => resolve({ told: told as Told }))), this.ended.then(() => false as const)]);
  }

  goOn(answer?: unknown): void {
    if (this.child.connected) this.child.send({ type: "go", with: answer });
  }

  async stop(): Promise<void> {
    this.child.kill(); // to close its channel would do, but then Node does not tell when it has ended
    await this.ended;
  }
}
