import { execFile } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries";
import type { DataFolder } from "./data-folder";
import { commandLineOf, endsWithin, isAlive } from "./processes";

/**
 * Makes the cluster unless it is there. It is made beside its place and moved there when complete, so
 * that one which was interrupted is never taken for a good one. The caller holds the lock.
 */
export async function ensureCluster(folder: DataFolder, { initdb }: Binaries, durable: boolean): Promise<boolean> {
  const { cluster, account } = folder;
  if (existsSync(join(cluster, "PG_VERSION"))) return false;
  const draft = `${cluster}.unfinished-${process.pid}`;
  for (const name of readdirSync(dirname(cluster))) {
    if (name.startsWith(`${basename(cluster)}.unfinished-`)) rmSync(join(dirname(cluster), name), { recursive: true });
  }
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(draft, "password");
  writeFileSync(passwordFile, folder.superuserPassword, { mode: 0o600 });
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    await promisify(execFile)(
      initdb,
      [
        ...["--pgdata", join(draft, "cluster"), "--username", "postgres", "--pwfile", passwordFile, "--auth", "scram-sha-256"],
        ...["--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
        ...["--no-instructions", ...(durable ? [] : ["--no-sync"])],
      ],
      { ...account, cwd: "/", env: serverEnvironment },
    );
    renameSync(join(draft, "cluster"), cluster);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return true;
}

/** Nothing of ours: neither secrets nor PG* variables that would change what the server does. */
export const serverEnvironment = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

export interface RunningServer {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server that runs on a cluster. The file alone may be stale, and its pid another process's by now. */
export function runningServer(cluster: string): RunningServer | undefined {
  const [pid, , , port, , , , status] = postmasterFile(cluster);
  if (!pid || !isAlive(Number(pid)) || !commandLineOf(Number(pid)).includes(cluster)) return undefined;
  return { pid: Number(pid), port: Number(port), ready: status?.trim() === "ready" };
}

/** Stops a server whose starter is gone, and removes what would keep the next one from starting. */
export async function clearEarlierServer(cluster: string): Promise<void> {
  const earlier = runningServer(cluster);
  if (earlier) await stopServer(earlier.pid);
  // PostgreSQL refuses to start when any process has the pid that a stale file names.
  if (!runningServer(cluster)) rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** Ends the sessions, writes everything, ends; at once when that takes too long (the next start repairs). */
export async function stopServer(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  if (await endsWithin(pid, 10_000)) return;
  process.kill(pid, "SIGQUIT");
  if (!(await endsWithin(pid, 5_000))) throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
}

function postmasterFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}
