import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { z } from "zod";
import { blockBytes, padding, readTarHeader, tarEnd } from "./tar";

/*
 * A backup: a tar archive of backup.json, a section of each division (written and read by its own process), and
 * SHA256SUMS of all of these.
 */
export const backupFormat = "huu-nghi backup";
export const backupVersion = 1;
export const aboutName = "backup.json";
export const sumsName = "SHA256SUMS";
export const sectionName = (division: string): string => `${division}.gz`;

const aboutForm = z.object({ format: z.literal(backupFormat), version: z.literal(backupVersion), madeAt: z.string(), project: z.string(), divisions: z.array(z.string()).min(1) });
const anyVersion = z.object({ format: z.literal(backupFormat), version: z.number().int().positive() });

export type AboutBackup = z.infer<typeof aboutForm>;

/** Where an entry's content lies in the file. */
export interface Entry {
  name: string;
  from: number;
  bytes: number;
}

export interface Backup {
  about: AboutBackup;
  sections: (Entry & { division: string })[];
}

// What is read at once says a few words; a foreign archive may hold anything.
const longestText = 64 * 1024;

/** Reads a backup through, and refuses one that is not, byte for byte, as it was written. */
export async function readBackup(file: string): Promise<Backup> {
  const refuse = (what: string): never => {
    throw new Error(`${file} cannot be restored: ${what}. Nothing has been changed.`);
  };
  // Before it is opened: a pipe that nobody writes to would be waited for.
  if ((await stat(file).catch(() => undefined))?.isFile() === false) refuse("it is no file");
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => refuse(error.code === "ENOENT" ? "there is no such file" : error.message));
  try {
    const about = await readAbout(handle, refuse);
    const entries = await readEntries(handle, refuse);
    const sums = entries.pop();
    const expected = [aboutName, ...about.divisions.map(sectionName)];
    if (sums?.name !== sumsName || sums.bytes > longestText || entries.map(({ name }) => name).join("/") !== expected.join("/")) return refuse("it does not hold what it says");
    if ((await sumsOf(file, entries)) !== (await read(handle, sums.from, sums.bytes)).toString("utf8")) refuse("it was altered, as its checksums say");
    return { about, sections: entries.slice(1).map((entry, at) => ({ ...entry, division: about.divisions[at]! })) };
  } finally {
    await handle.close();
  }
}

/** In the form of the program sha256sum, which can check it. */
export async function sumsOf(file: string, entries: Entry[]): Promise<string> {
  const lines: string[] = [];
  for (const { name, from, bytes } of entries) {
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(file, { start: from, end: from + bytes - 1, highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
    lines.push(`${hash.digest("hex")}  ${name}\n`);
  }
  return lines.join("");
}

async function readAbout(handle: FileHandle, refuse: (what: string) => never): Promise<AboutBackup> {
  const header = readTarHeader(await read(handle, 0, blockBytes));
  if (header?.name !== aboutName || header.bytes > longestText) return refuse((await handle.stat()).size === 0 ? "it is empty" : "it is no backup of ours, or its beginning was altered");
  const about = json(await read(handle, blockBytes, header.bytes));
  const any = anyVersion.safeParse(about);
  if (any.success && any.data.version > backupVersion) {
    refuse(`it is of version ${any.data.version}, made by a newer program${typeof about?.["project"] === "string" ? ` (${about["project"]})` : ""}; this one reads up to version ${backupVersion}`);
  }
  const { success, data } = aboutForm.safeParse(about);
  return success ? data : refuse(`${aboutName} in it cannot be read`);
}

async function readEntries(handle: FileHandle, refuse: (what: string) => never): Promise<Entry[]> {
  const { size } = await handle.stat();
  const entries: Entry[] = [];
  for (let at = 0; ; ) {
    if (size < at + tarEnd.length) return refuse("it ends too early");
    const block = await read(handle, at, blockBytes);
    if (block.equals(tarEnd.subarray(0, blockBytes))) {
      if (size !== at + tarEnd.length || !(await read(handle, at, tarEnd.length)).equals(tarEnd)) refuse("something follows its end");
      return entries;
    }
    const header = readTarHeader(block);
    if (!header || header.bytes === 0) return refuse("it was altered");
    const from = at + blockBytes;
    const filler = padding(header.bytes);
    if (size < from + header.bytes + filler) refuse("it ends too early");
    if ((await read(handle, from + header.bytes, filler)).some(byte => byte !== 0)) refuse("it was altered");
    entries.push({ name: header.name, from, bytes: header.bytes });
    at = from + header.bytes + filler;
  }
}

async function read(handle: FileHandle, from: number, bytes: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, from);
  return buffer.subarray(0, bytesRead);
}

function json(text: Buffer): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text.toString("utf8")) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
