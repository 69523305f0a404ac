import { execFileSync } from "node:child_process";
import { chownSync, closeSync, mkdirSync, mkdtempSync, openSync, rmdirSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { asSuperuser, superuserOf, withClient } from "../test-server";

/** A disk of a few megabytes that can be filled to its last byte. */
export interface SmallDisk {
  fill(): void;
  free(): void;
}

const megabytes = 8;
const tablespace = `small_disk_${process.pid}`;

const mount = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), "huu-nghi-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0755`, "tmpfs", folder], { stdio: "pipe" });
    return folder;
  } catch (error) {
    rmdirSync(folder);
    throw error;
  }
};

const unmount = (folder: string) => {
  // The server may hold files that are gone a little longer.
  execFileSync("umount", ["--lazy", folder]);
  rmdirSync(folder);
};

/** Why there can be no small disk here, if so. */
export const whyNoSmallDisk = (): string | undefined => {
  if (process.getuid?.() !== 0) return "only root may mount a small disk";
  try {
    unmount(mount());
    return undefined;
  } catch {
    return "no small disk can be mounted here";
  }
};

const fillFile = (name: string) => {
  const file = openSync(name, "w");
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
};

const makeTablespace = (folder: string) =>
  asSuperuser(async client => {
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    const { uid, gid } = statSync(rows[0]!.data_directory);
    mkdirSync(folder);
    chownSync(folder, uid, gid);
    await client.query(`create tablespace ${tablespace} location '${folder}'`);
  });

/** Has a role's tables and indexes on a small disk while `work` runs; what the server itself writes stays where it is. */
export const onSmallDisk = async (owner: string, databaseUrl: string, work: (disk: SmallDisk) => Promise<unknown>): Promise<void> => {
  const folder = mount();
  const ballast = path.join(folder, "ballast");
  const move = (from: string, to: string) =>
    withClient(superuserOf(databaseUrl), async client => {
      for (const kind of ["table", "index"]) await client.query(`alter ${kind} all in tablespace ${from} owned by ${owner} set tablespace ${to}`);
    });
  try {
    await makeTablespace(path.join(folder, "tables"));
    try {
      await move("pg_default", tablespace);
      await work({ fill: () => fillFile(ballast), free: () => rmSync(ballast) });
    } finally {
      await move(tablespace, "pg_default");
      await asSuperuser(client => client.query(`drop tablespace ${tablespace}`));
    }
  } finally {
    unmount(folder);
  }
};
