import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { type Life, sayer } from "./command";

export interface ServiceProgram {
  name: string;
  main: string;
  /** For Node itself. */
  flags?: readonly string[];
  args: string[];
  environment: NodeJS.ProcessEnv;
}

const startTimeoutMs = 60_000;
// It may take 15 s to answer what it has taken on.
const drainTimeoutMs = 17_000;
const steadyMs = 30_000;

/** A process that serves: one that dies is started again, on the port that the others know. */
export class Service {
  private child: ChildProcess | undefined;
  private stopping = false;
  private deaths = 0;
  private readonly say: (line: string) => void;

  constructor(
    private readonly life: Pick<Life, "spawn">,
    private readonly program: ServiceProgram,
  ) {
    this.say = sayer(program.name);
  }

  /** Its address, once it listens. */
  async start(): Promise<string> {
    const url = await this.launch(this.program.environment);
    this.keepAlive({ ...this.program.environment, PORT: new URL(url).port });
    return url;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (!child || hasEnded(child)) return;
    const ended = new Promise(resolve => child.once("exit", resolve));
    child.kill("SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), drainTimeoutMs);
    await ended;
    clearTimeout(force);
  }

  private launch(environment: NodeJS.ProcessEnv): Promise<string> {
    const child = this.life.spawn(process.execPath, [...(this.program.flags ?? []), this.program.main, ...this.program.args], {
      env: environment,
      stdio: ["ignore", "pipe", "pipe", "ipc"], // by the channel's end it notices that we are gone
    });
    this.child = child;
    const lastLines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", line => {
        this.say(line);
        lastLines.push(line);
        if (lastLines.length > 15) lastLines.shift();
      });
    }
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => child.kill("SIGKILL"), startTimeoutMs);
      child.on("message", message => {
        const { type, url } = message as { type?: string; url?: string };
        if (type !== "listening" || !url) return;
        clearTimeout(late);
        resolve(url);
      });
      child.once("error", reject);
      child.once("close", (code, signal) => {
        clearTimeout(late);
        reject(new Error(`${this.program.name} ended at its start (${ending(code, signal)}). Its last words:\n${lastLines.join("\n")}`));
      });
    });
  }

  private keepAlive(environment: NodeJS.ProcessEnv): void {
    const startedAt = Date.now();
    const { child } = this;
    if (!child) return;
    const again = (code: number | null, signal: string | null) => {
      if (this.stopping) return;
      this.deaths = Date.now() - startedAt > steadyMs ? 1 : this.deaths + 1;
      const waitMs = Math.min(10_000, 250 * 2 ** this.deaths);
      this.say(`ended unexpectedly (${ending(code, signal)}); starting it again in ${waitMs / 1000} s`);
      setTimeout(() => {
        if (this.stopping) return;
        this.launch(environment).then(
          () => {
            this.say("is back");
            this.keepAlive(environment);
          },
          () => again(this.child?.exitCode ?? null, this.child?.signalCode ?? null),
        );
      }, waitMs);
    };
    if (hasEnded(child)) again(child.exitCode, child.signalCode);
    else child.once("exit", again);
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const ending = (code: number | null, signal: string | null): string => (signal ? `signal ${signal}` : `exit code ${code}`);
