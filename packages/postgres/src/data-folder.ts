import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Account, isRoot, mayEnter, serverAccount } from "./account";
import { createPrivateFile, isErrorCode, randomPassword, readIfThere, writePrivateFile } from "./private-file";

/**
 * Where things lie. The data folder keeps the secrets and the state; the cluster (PostgreSQL's own
 * files) lies in it too, unless root starts us below a folder that PostgreSQL's account may not enter.
 */
export interface DataFolder {
  dir: string;
  cluster: string;
  account: Account | undefined;
  log: string;
  port: string;
  roles: string;
  superuserPassword: string;
}

/** Only root can write here, so nobody else can lay out a folder for us to fall into. */
export const outsideFolder = process.platform === "darwin" ? "/var/db/huu-nghi" : "/var/lib/huu-nghi";

/** The caller holds the lock of the folder, as what is missing in it is made. */
export function openDataFolder(dataDir: string): DataFolder {
  const dir = resolve(dataDir);
  const cluster = knownCluster(dir);
  const account = serverAccount(cluster && existsSync(cluster) ? cluster : undefined);
  return {
    dir,
    cluster: cluster ?? placeForCluster(dir, account),
    account,
    log: join(dir, "postgres.log"),
    port: join(dir, "postgres.port"),
    roles: join(dir, "postgres-roles.json"),
    superuserPassword: keptPassword(join(dir, "postgres-password")),
  };
}

export function makeDataDir(dataDir: string): string {
  const dir = resolve(dataDir);
  try {
    mkdirSync(dir, { recursive: true });
    // PostgreSQL's account must pass through it; the secrets in it are 0600. Only one that we begin: what else
    // lies in a folder may rely on its mode.
    if (isRoot() && statSync(dir).uid === 0 && readdirSync(dir).length === 0) chmodSync(dir, 0o711);
    return dir;
  } catch (error) {
    if (!isErrorCode(error, "EACCES", "EROFS", "ENOTDIR", "EEXIST")) throw error;
    throw new Error(`The data folder ${dir} cannot be made (${(error as Error).message}). Choose another: DATA_DIR=/path/to/folder`, { cause: error });
  }
}

export function knownCluster(dir: string): string | undefined {
  const pointer = readIfThere(join(dir, "postgres-folder"))?.trim();
  if (pointer) {
    // Root follows this line, so it must lead where only root could have made a folder for this data folder.
    if (dirname(dirname(pointer)) !== outsideFolder || !basename(dirname(pointer)).startsWith(`${pathHash(dir)}-`)) {
      throw new Error(`${join(dir, "postgres-folder")} names ${pointer}, which is not the place of this data folder. Was it moved or copied? Choose another DATA_DIR.`);
    }
    return pointer;
  }
  const inside = join(dir, "postgres");
  return existsSync(inside) ? inside : undefined;
}

function placeForCluster(dir: string, account: Account | undefined): string {
  if (mayEnter(dir, account)) return join(dir, "postgres");
  makeOutsideFolder(dir);
  const home = mkdtempSync(join(outsideFolder, `${pathHash(dir)}-`));
  if (account) chownSync(home, account.uid, account.gid);
  const cluster = join(home, "cluster");
  writePrivateFile(join(dir, "postgres-folder"), `${cluster}\n`);
  return cluster;
}

export function makeOutsideFolder(reason: string): void {
  try {
    mkdirSync(outsideFolder, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new Error(
      `PostgreSQL runs as an account without rights, which may not enter ${reason}; and ${outsideFolder} cannot be made: ` +
        `${(error as Error).message}. Start as an ordinary user, or move the project and DATA_DIR to folders that all may enter.`,
      { cause: error },
    );
  }
  const { uid, mode } = lstatSync(outsideFolder);
  if (uid !== 0 || mode & 0o022) throw new Error(`${outsideFolder} must belong to root, and nobody else may write in it.`);
  chmodSync(outsideFolder, 0o755);
}

function keptPassword(file: string): string {
  const kept = readIfThere(file)?.trim();
  if (kept) return kept;
  createPrivateFile(file, `${randomPassword()}\n`);
  return readIfThere(file)?.trim() ?? "";
}

const pathHash = (dir: string): string => createHash("sha256").update(dir).digest("hex").slice(0, 16);
