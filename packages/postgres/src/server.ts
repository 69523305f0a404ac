import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { type Binaries, preparedBinaries } from "./binaries";
import { clearEarlierServer, ensureCluster, type RunningServer, runningServer, serverEnvironment, stopServer } from "./cluster";
import { type DataFolder, knownCluster, makeDataDir, openDataFolder } from "./data-folder";
import { freePort } from "./free-port";
import { type Holder, Lock } from "./lock";
import { readIfThere, writePrivateFile } from "./private-file";
import { pause } from "./processes";

export interface PostgresOptions {
  /** Absolute. Secrets and state, and the data unless PostgreSQL's account may not enter it. */
  dataDir: string;
  /** False only for tests: nothing waits for the disk, and a crash of the machine may lose everything. */
  durable: boolean;
  /** What runs it, in words, for those who find it running: "npm start". */
  startedBy?: string;
  onProgress?(line: string): void;
  /** The server ended though nobody asked it to. */
  onUnexpectedEnd?(lastWords: string): void;
}

export interface EmbeddedPostgres extends AsyncDisposable {
  readonly host: "127.0.0.1";
  readonly port: number;
  readonly superuserUrl: string;
  /** Where PostgreSQL's own files lie. */
  readonly cluster: string;
  /** False when another process runs it: then `stop` leaves it running. */
  readonly owned: boolean;
  /** Where the passwords of the roles are kept. */
  readonly rolesFile: string;
  /** The address of a database for a role that `provision` made. */
  urlFor(role: string, database: string): string;
  stop(): Promise<void>;
}

/** The data folder's server is run by another process. */
export class PostgresInUse extends Error {
  constructor(
    readonly dataDir: string,
    readonly holder: Holder,
    readonly port: number | undefined,
  ) {
    super(
      `The data folder ${dataDir} is in use by ${holder.startedBy} (process ${holder.pid}); its PostgreSQL ` +
        `${port ? `listens on 127.0.0.1:${port}` : "is starting"}. For a second system beside it choose another folder, ` +
        "for example DATA_DIR=.data-2.",
    );
  }
}

/** Who runs the server of a data folder now, if anybody does. */
export function holderOf(dataDir: string): Holder | undefined {
  return lockOf(dataDir).holder();
}

const lockOf = (dataDir: string): Lock => new Lock(join(dataDir, "postgres.lock"));

export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const dir = makeDataDir(options.dataDir);
  const lock = lockOf(dir);
  const holder = await lock.take(options.startedBy ?? "another command");
  if (holder) throw new PostgresInUse(dir, holder, serverIn(dir)?.port);
  try {
    const folder = openDataFolder(dir);
    const binaries = preparedBinaries(folder.dir, folder.account);
    if (await ensureCluster(folder, binaries, options.durable)) options.onProgress?.(`PostgreSQL: new data folder ${folder.cluster}`);
    const { child, port, watchdog } = await launch(folder, binaries, options);
    let stopping: Promise<void> | undefined;
    child.once("exit", () => {
      if (!stopping) options.onUnexpectedEnd?.(lastWords(folder));
    });
    return handle(folder, port, true, () => {
      stopping ??= stopServer(child.pid ?? 0).finally(() => {
        watchdog.stdin?.end("stopped");
        lock.release();
      });
      return stopping;
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Uses the server that already runs on the data folder, or starts one; `stop` ends it only if it was started here. */
export async function connectOrStart(options: PostgresOptions): Promise<EmbeddedPostgres> {
  for (const deadline = Date.now() + 60_000; ; await pause(200)) {
    try {
      return await startPostgres(options);
    } catch (error) {
      if (!(error instanceof PostgresInUse)) throw error;
      const server = serverIn(error.dataDir);
      if (server?.ready) {
        const folder = openDataFolder(error.dataDir);
        const found = handle(folder, server.port, false, () => Promise.resolve());
        await answers(found.superuserUrl, folder);
        return found;
      }
      if (Date.now() > deadline) throw error;
    }
  }
}

function serverIn(dir: string): RunningServer | undefined {
  const cluster = knownCluster(dir);
  return cluster ? runningServer(cluster) : undefined;
}

function handle(folder: DataFolder, port: number, owned: boolean, stop: () => Promise<void>): EmbeddedPostgres {
  const url = (role: string, password: string, database: string) => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    ...{ host: "127.0.0.1", port, owned, stop, cluster: folder.cluster, rolesFile: folder.roles },
    superuserUrl: url("postgres", folder.superuserPassword, "postgres"),
    urlFor(role, database) {
      const passwords = JSON.parse(readIfThere(folder.roles) ?? "{}") as Record<string, string>;
      const password = passwords[role];
      if (!password) throw new Error(`The role ${role} has not been made on this server; provision its division first.`);
      return url(role, password, database);
    },
    [Symbol.asyncDispose]: stop,
  };
}

interface Launched {
  child: ChildProcess;
  port: number;
  watchdog: ChildProcess;
}

async function launch(folder: DataFolder, binaries: Binaries, options: PostgresOptions): Promise<Launched> {
  const watchdog = startWatchdog(folder.cluster);
  try {
    for (const deadline = Date.now() + 20_000; ; await pause(250)) {
      await clearEarlierServer(folder.cluster);
      const port = await freePort(Number(readIfThere(folder.port)));
      writePrivateFile(folder.log, "");
      const child = startServer(folder, binaries, port, options.durable);
      if (await ready(child, folder.cluster)) {
        writePrivateFile(folder.port, `${port}\n`);
        await answers(`postgres://postgres:${folder.superuserPassword}@127.0.0.1:${port}/postgres`, folder);
        return { child, port, watchdog };
      }
      // Of a server that was killed, processes may live on for a moment; a port may be taken in between.
      if (Date.now() > deadline || !/pre-existing shared memory|lock file|could not bind/.test(lastWords(folder))) {
        throw new Error(`PostgreSQL did not start. Its last words (${folder.log}):\n${lastWords(folder)}`);
      }
    }
  } catch (error) {
    watchdog.stdin?.end(); // it stops the server, if there is one
    throw error;
  }
}

function startServer({ cluster, account, log }: DataFolder, { postgres }: Binaries, port: number, durable: boolean): ChildProcess {
  const settings = {
    ...{ listen_addresses: "127.0.0.1", port, unix_socket_directories: "" },
    ...{ max_connections: 200, shared_buffers: "128MB", timezone: "UTC", log_timezone: "UTC" },
    // Its errors quote statements and rows; whoever sent the statement is told, and logs what may be kept.
    ...{ log_min_messages: "log", log_min_error_statement: "panic", log_error_verbosity: "terse" },
    ...(durable ? {} : { fsync: "off", full_page_writes: "off", synchronous_commit: "off", wal_level: "minimal", max_wal_senders: 0, max_wal_size: "4GB", checkpoint_timeout: "1h" }),
  };
  const output = openSync(log, "a", 0o600);
  const child = spawn(postgres, ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])], {
    ...{ ...account, cwd: "/", env: serverEnvironment, stdio: ["ignore", output, output] },
    detached: true, // Ctrl-C in the terminal is for the launcher, which stops the server last.
  });
  closeSync(output);
  child.unref();
  return child;
}

/** False when it ended instead. A server that repairs its data after a crash may take long: we wait. */
async function ready(child: ChildProcess, cluster: string): Promise<boolean> {
  let failure: Error | undefined;
  child.once("error", error => (failure = error));
  while (child.exitCode === null && child.signalCode === null) {
    if (failure) throw failure;
    const server = runningServer(cluster);
    if (server?.ready && server.pid === child.pid) return true;
    await pause(20);
  }
  return false;
}

function startWatchdog(cluster: string): ChildProcess {
  const watchdog = spawn(process.execPath, [join(__dirname, "../watchdog.mjs"), cluster], {
    ...{ cwd: "/", env: serverEnvironment, detached: true, stdio: ["pipe", "ignore", "ignore"] },
  });
  watchdog.on("error", () => {}); // without it only kill -9 leaves the server running, and the next start copes
  watchdog.stdin?.on("error", () => {});
  watchdog.unref();
  (watchdog.stdin as { unref?(): void } | null)?.unref?.();
  return watchdog;
}

async function answers(url: string, folder: DataFolder): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    if ((error as { code?: string }).code !== "28P01") throw error;
    throw new Error(`The data in ${folder.cluster} were made with another password than the one in ${folder.dir}/postgres-password. Put that file back, or choose another DATA_DIR.`, { cause: error });
  }
}

const lastWords = ({ log }: DataFolder): string => readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n");
