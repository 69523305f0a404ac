import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { type Life, sayer } from "./command";
import type { Division } from "./divisions";

type Step = "checked" | "loaded";

/** A division that is being restored by its own process. It waits at each step until it is told to go on, and undoes all of it when we are gone. */
export class RestoreProcess {
  /** Its exit code, once its last words were printed. */
  readonly ended: Promise<number>;
  private readonly child: ChildProcess;
  private readonly steps = new Map<string, () => void>();

  constructor(
    life: Life,
    readonly division: Division,
    args: string[],
    env: NodeJS.ProcessEnv,
  ) {
    const printed = process.stdout.isTTY ? "inherit" : "pipe";
    this.child = life.spawn(process.execPath, [division.main, "restore", ...args], { env, stdio: ["ignore", printed, printed, "ipc"] });
    for (const stream of [this.child.stdout, this.child.stderr]) if (stream) createInterface({ input: stream }).on("line", sayer(division.name));
    this.child.on("message", message => this.steps.get((message as { step: string }).step)?.());
    this.child.on("error", () => undefined); // it has ended then, or cannot be reached any more: both are seen by its end
    this.ended = new Promise(resolve => this.child.once("close", code => resolve(code ?? 1)));
  }

  /** False when it ended instead. */
  reaches(step: Step): Promise<boolean> {
    return Promise.race([new Promise<boolean>(resolve => this.steps.set(step, () => resolve(true))), this.ended.then(() => false)]);
  }

  goOn(): void {
    if (this.child.connected) this.child.send({ type: "go" });
  }

  async stop(): Promise<void> {
    this.child.kill(); // to close its channel would do, but then Node does not tell when it has ended
    await this.ended;
  }
}
