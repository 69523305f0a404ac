import type { ChildProcess, SpawnOptions } from "node:child_process";

/** What run.mjs gives to a command. */
export interface CommandContext {
  /** The project's folder. */
  root: string;
  args: string[];
  life: Life;
}

/** Gives the exit code; or nothing, when it goes on until it is told to stop. */
export type Command = (context: CommandContext) => Promise<number | undefined>;

/** The life of this process, see bootstrap/life.mjs: all that is started through it ends with it. */
export interface Life {
  readonly ending: boolean;
  serves: boolean;
  onEnd(run: () => Promise<void> | void): void;
  spawn(file: string, args: string[], options?: SpawnOptions): ChildProcess;
  run(program: string, args: string[], options?: SpawnOptions & { onLine?(line: string): void }): Promise<number>;
  end(code: number): Promise<void>;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A printer of one process's lines, with its name in front. */
export const sayer = (name: string) => (line: string) => say(`${name.padEnd(18)}| ${line}`);
