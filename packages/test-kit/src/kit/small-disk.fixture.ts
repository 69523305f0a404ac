import { execFileSync } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, openSync, closeSync, rmdirSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { asSuperuser, superuserOf, withClient } from "../test-server";

/** A disk of a few megabytes that can be filled to its last byte. */
export interface SmallDisk {
  fill(): void;
  free(): void;
  /** Puts a database's tables and indexes there while `work` runs; what the server itself writes stays where it is. */
  holdTables(owner: string, databaseUrl: string, work: () => Promise<unknown>): Promise<void>;
  remove(): void;
}

const megabytes = 8;
const tablespace = `small_disk_${process.pid}`;

const diskAt = (folder: string): SmallDisk => {
  const ballast = path.join(folder, "ballast");
  return {
    fill: () => {
      const file = openSync(ballast, "w");
      try {
        for (;;) writeSync(file, Buffer.alloc(4096));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(ballast),
    holdTables: async (owner, databaseUrl, work) => {
      const tables = path.join(folder, "tables");
      mkdirSync(tables);
      const move = (from: string, to: string) =>
        withClient(superuserOf(databaseUrl), async client => {
          for (const kind of ["table", "index"]) await client.query(`alter ${kind} all in tablespace ${from} owned by ${owner} set tablespace ${to}`);
        });
      await asSuperuser(async client => {
        const { rows } = await client.query<{ data_directory: string }>("show data_directory");
        const { uid, gid } = statSync(rows[0]!.data_directory);
        chownSync(tables, uid, gid);
        await client.query(`create tablespace ${tablespace} location '${tables}'`);
      });
      try {
        await move("pg_default", tablespace);
        await work();
      } finally {
        await move(tablespace, "pg_default");
        await asSuperuser(client => client.query(`drop tablespace ${tablespace}`));
      }
    },
    remove: () => {
      // The server may hold files that are gone a little longer.
      execFileSync("umount", ["--lazy", folder]);
      rmdirSync(folder);
    },
  };
};

/** A small disk, or why there can be none here. */
export const smallDisk = (): SmallDisk | string => {
  if (process.getuid?.() !== 0) return "only root may mount a small disk";
  const folder = mkdtempSync(path.join(tmpdir(), "huu-nghi-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0755`, "tmpfs", folder], { stdio: "pipe" });
  } catch {
    rmdirSync(folder);
    return "no small disk can be mounted here";
  }
  return diskAt(folder);
};
