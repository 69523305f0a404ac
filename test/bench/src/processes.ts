import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { openSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { cpus } from "node:os";

/** Where a process runs: what is measured alone on one core, all else on the other. */
export type Place = "measured" | "load";

export const pinned = cpus().length > 1 && spawnSync("taskset", ["-c", "0", "true"]).status === 0;

const place = (where: Place, command: string[]): string[] => (pinned ? ["taskset", "-c", where === "measured" ? "0" : "1", ...command] : command);

const running = new Set<ChildProcess>();

export interface Program {
  args: string[];
  /** Beside what this process has itself. */
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  logFile: string;
}

/** Starts Node; taskset becomes the process that it starts, so its id is that of Node. */
export const startNode = (where: Place, { args, env, cwd, logFile }: Program): ChildProcess => {
  const [command = "", ...rest] = place(where, [process.execPath, ...args]);
  const log = openSync(logFile, "w");
  const child = spawn(command, rest, { cwd, env, stdio: ["ignore", log, log, "ipc"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
};

/** Standard output of a Node program that ends by itself. */
export const outputOf = (main: string, args: string[]) =>
  new Promise<string>((resolve, reject) => {
    const [command = "", ...rest] = place("load", [process.execPath, main, ...args]);
    const child = spawn(command, rest, { stdio: ["ignore", "pipe", "inherit"] });
    running.add(child);
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("close", code => {
      running.delete(child);
      if (code === 0) resolve(output);
      else reject(new Error(`${main} ended with ${String(code)}`));
    });
  });

/** What a process says once it listens. */
export const messageOf = (child: ChildProcess) =>
  new Promise<unknown>((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", () => reject(new Error(`${child.spawnargs.slice(0, 5).join(" ")} ended before it listened; see its log in the bench's folder.`)));
  });

const forceMs = 20_000;

export const stop = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise(resolve => child.once("exit", resolve));
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), forceMs);
  await ended;
  clearTimeout(force);
};

export const stopAll = () => Promise.all([...running].map(stop));

export const freePort = () =>
  new Promise<number>(resolve => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
