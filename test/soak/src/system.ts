import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeSupergraph } from "@huu-nghi/gateway";
import { gatewayMain, plainEnvironment, soakFolder } from "./config";
import type { Behaviour } from "./divisions/division.process";
import { divisions, schemas, type Division } from "./divisions/schemas";

const ended = async (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
};

/** The divisions and the gateway over them, each in a process of its own. */
export class System {
  readonly #divisions = new Map<Division, { child: ChildProcess; port: number }>();
  readonly #folder = soakFolder();
  readonly #file = join(this.#folder, "supergraph.graphql");
  #gateway: ChildProcess | undefined;
  #supergraph = "";
  url = "";

  async start() {
    mkdirSync(this.#folder, { recursive: true });
    for (const name of divisions) await this.startDivision(name);
    const at = (name: Division) => `http://127.0.0.1:${this.#divisions.get(name)!.port}/graphql`;
    this.#supergraph = composeSupergraph(divisions.map(name => ({ name, sdl: schemas[name], url: at(name) }))).supergraphSdl;
    this.changeSupergraph(0);
    const log = openSync(join(this.#folder, "gateway.log"), "w");
    this.#gateway = fork(gatewayMain, ["--supergraph", this.#file], {
      env: { ...plainEnvironment(), PORT: "0", LOG_LEVEL: "error", RATE_LIMIT_ANONYMOUS_PER_MINUTE: "off", MAX_EVENT_LOOP_DELAY_MS: "off", SUBGRAPH_TIMEOUT_MS: "3000", SUPERGRAPH_POLL_SECONDS: "0.5" },
      execArgv: ["--expose-gc", "--require", join(__dirname, "heap.process.cjs")],
      stdio: ["ignore", log, log, "ipc"],
    });
    const [first] = (await Promise.race([once(this.#gateway, "message"), once(this.#gateway, "exit").then(() => Promise.reject(new Error(`The gateway did not start; see ${this.#folder}/gateway.log.`)))])) as [{ url: string }];
    this.url = first.url;
  }

  /** Also again, at the port that it had. */
  async startDivision(name: Division) {
    const child = fork(join(__dirname, "divisions/division.process.js"), [name, String(this.#divisions.get(name)?.port ?? 0)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const [{ port }] = (await once(child, "message")) as [{ port: number }];
    this.#divisions.set(name, { child, port });
  }

  tell(name: Division, behaviour: Behaviour) {
    const { child } = this.#divisions.get(name)!;
    if (child.connected) child.send(behaviour);
  }

  kill(name: Division) {
    return ended(this.#divisions.get(name)!.child, "SIGKILL");
  }

  /** The same schema with other words each time, so that all is built anew; or a file that cannot be used. */
  changeSupergraph(number: number, isGood = true) {
    const text = this.#supergraph.replace("type Person\n", `"""A person, as of ${number}"""\ntype Person\n`);
    writeFileSync(`${this.#file}.new`, isGood ? text : text.slice(0, -30));
    renameSync(`${this.#file}.new`, this.#file);
  }

  async heapMegabytes(): Promise<number> {
    const gateway = this.#gateway!;
    const told = once(gateway, "message") as Promise<[{ heap: number }]>;
    gateway.send({ heap: true });
    const [{ heap }] = await told;
    return heap / 1024 / 1024;
  }

  async figure(line: string): Promise<number> {
    const text = await (await fetch(new URL("/metrics", this.url))).text();
    const found = text.split("\n").find(each => each.startsWith(`${line} `));
    return Number(found?.slice(line.length + 1) ?? 0);
  }

  get isRunning() {
    return this.#gateway?.exitCode === null && this.#gateway.signalCode === null;
  }

  /** Leaves the logs where something went wrong. */
  async stop(isGood: boolean) {
    if (this.#gateway) await ended(this.#gateway, "SIGTERM");
    await Promise.all([...this.#divisions.values()].map(({ child }) => ended(child, "SIGKILL")));
    if (isGood) rmSync(this.#folder, { recursive: true, force: true });
  }
}
