import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Who runs PostgreSQL. It refuses to run as root, so root lends it an account without rights. */
export interface Account {
  uid: number;
  gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * The account that PostgreSQL needs besides our own: none for an ordinary user; for root the owner of
 * data that are already there (an ordinary user may have made them), else `nobody`.
 */
export function serverAccount(existingCluster: string | undefined): Account | undefined {
  if (!isRoot()) return undefined;
  if (existingCluster) {
    const { uid, gid } = statSync(existingCluster);
    if (uid !== 0) return { uid, gid };
  }
  return unprivilegedAccount(readFileSync("/etc/passwd", "utf8"));
}

/** PostgreSQL looks its own account up, so a bare number without an entry will not do. */
export function unprivilegedAccount(passwd: string): Account {
  const entries = new Map(passwd.split("\n").map(line => [line.split(":")[0], line.split(":")]));
  for (const name of ["nobody", "daemon"]) {
    const entry = entries.get(name);
    // macOS writes nobody's number as -2.
    if (entry) return { uid: Number(entry[2]) >>> 0, gid: Number(entry[3]) >>> 0 };
  }
  throw new Error("PostgreSQL cannot run as root, and this machine has no account `nobody` to lend it. Start as an ordinary user.");
}

/** Whether the account may pass through a folder and all those above it. */
export function mayEnter(folder: string, account: Account | undefined): boolean {
  if (!account) return true;
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (!allows(path, account, 0o1)) return false;
    if (path === dirname(path)) return true;
  }
}

export const mayReadAndRun = (file: string, account: Account | undefined): boolean =>
  !account || (mayEnter(dirname(file), account) && allows(file, account, 0o5));

function allows(path: string, { uid, gid }: Account, wanted: number): boolean {
  const { mode, uid: owner, gid: group } = statSync(path);
  const bits = owner === uid ? mode >> 6 : group === gid ? mode >> 3 : mode;
  return (bits & wanted) === wanted;
}
