import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, linkSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isRoot } from "./account";

/** Replaces a file that only its owner may read, at once: a reader sees the old text or the new one. */
export function writePrivateFile(path: string, text: string): void {
  renameSync(draftOf(path, text), path);
}

/** Replaces a file at once, and leaves it the owner and the mode that it has: those who read it now go on to do so. */
export function replaceInKind(path: string, text: string): void {
  const { uid, gid, mode } = statSync(path);
  const draft = draftOf(path, text);
  try {
    const made = statSync(draft);
    if (made.uid !== uid || made.gid !== gid) chownSync(draft, uid, gid);
    chmodSync(draft, mode & 0o777);
    renameSync(draft, path);
  } catch (error) {
    unlinkSync(draft);
    throw isErrorCode(error, "EPERM") ? notOurs(path, error) : error;
  }
}

/** Whether we made it; false when there is one already. Of two starts at once only one makes it. */
export function createPrivateFile(path: string, text: string): boolean {
  const draft = draftOf(path, text);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isErrorCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function draftOf(path: string, text: string): string {
  const draft = `${path}.${process.pid}-${randomBytes(4).toString("hex")}`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (isErrorCode(error, "EACCES", "EROFS")) throw notOurs(dirname(path), error);
    throw error;
  }
  if (isRoot()) {
    // Who owns the folder can go on without root later.
    const { uid, gid } = statSync(dirname(path));
    chownSync(draft, uid, gid);
  }
  return draft;
}

export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code === "EACCES") throw notOurs(path, error);
    throw error;
  }
}

export function isErrorCode(error: unknown, ...codes: string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? "");
}

export const randomPassword = (): string => randomBytes(24).toString("hex");

const notOurs = (path: string, cause: unknown): Error =>
  new Error(`${path} belongs to another user. Start as that user, or choose another data folder: DATA_DIR=.data-2`, { cause });
