import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setInterval } from "node:timers";
import { fileURLToPath } from "node:url";

const tether = fileURLToPath(new URL("tether.mjs", import.meta.url));

const repeatedSignalMs = 1000;
// A process that serves may take 15 s to answer what it has taken on.
const drainMs = 17_000;
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * The life of this command: everything it starts ends with it. Children lead process groups of their own, so
 * that Ctrl-C reaches us alone and we end them in order.
 */
export class Life {
  ending = false;
  /** A command that serves until it is told to stop has then done what it should. */
  serves = false;
  #endings = [];
  #groups = new Set();
  #jobs = new Set();
  #signalledAt = 0;

  constructor() {
    for (const signal of Object.keys(exitCodes)) process.on(signal, () => this.#onSignal(signal));
    // Whoever read our output may be gone; there is still an orderly end to come to.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
    process.on("exit", () => this.#killGroups("SIGKILL"));
    this.#watchNpm();
  }

  /** Run when this command ends, the last given first. */
  onEnd(run) {
    this.#endings.push(run);
  }

  /** Starts a process that ends with this one; should this one be killed, it must notice by itself (IPC, a pipe). */
  spawn(file, args, options = {}) {
    const child = spawn(file, args, { stdio: ["ignore", "inherit", "inherit"], ...options, detached: true });
    this.#groups.add(child);
    child.once("exit", () => {
      this.#groups.delete(child);
      endGroup(child.pid, "SIGKILL"); // what it started in turn, and left behind
    });
    return child;
  }

  /** Runs a program to its end and gives its exit code. */
  run(program, args, { onLine, output = 1, ...options } = {}) {
    const out = onLine ? "pipe" : output;
    return new Promise((resolve, reject) => {
      const child = this.spawn(process.execPath, [tether, program, ...args], { ...options, stdio: ["pipe", out, onLine ? "pipe" : 2] });
      this.#jobs.add(child);
      child.once("exit", () => this.#jobs.delete(child));
      child.stdin.on("error", () => {});
      if (onLine) for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", onLine);
      child.once("error", reject);
      child.once("close", (code, signal) => resolve(signal ? 1 : code));
    });
  }

  async end(code) {
    if (this.ending) return;
    this.ending = true;
    // What is at work goes first: it would only complain that its database went away.
    for (const { pid } of this.#jobs) endGroup(pid, "SIGTERM");
    await this.#gone(this.#jobs, drainMs);
    for (const run of this.#endings.reverse()) {
      try {
        await run();
      } catch (error) {
        console.error(error.message);
        code ||= 1;
      }
    }
    this.#killGroups("SIGTERM");
    await this.#gone(this.#groups, 5000);
    process.exit(code);
  }

  async #gone(children, withinMs) {
    for (let waited = 0; children.size > 0 && waited < withinMs; waited += 50) await new Promise(go => setTimeout(go, 50));
  }

  // Both npm and the terminal deliver Ctrl-C, so a repeat within a second is the same one. A later one means it.
  #onSignal(signal) {
    const now = Date.now();
    if (this.#signalledAt && now - this.#signalledAt > repeatedSignalMs) process.exit(1);
    this.#signalledAt ||= now;
    if (!this.ending) void this.end(this.serves ? 0 : exitCodes[signal]);
  }

  // npm that is killed cannot tell us: but then we have another parent.
  #watchNpm() {
    if (!process.env.npm_lifecycle_event) return;
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) void this.end(1);
    }, 500).unref();
  }

  #killGroups(signal) {
    for (const { pid } of this.#groups) endGroup(pid, signal);
  }
}

function endGroup(pid, signal) {
  try {
    if (pid) process.kill(-pid, signal);
  } catch {
    // Nothing of it is left.
  }
}
