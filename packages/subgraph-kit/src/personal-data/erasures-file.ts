import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";

/*
 * Who was erased, outside the databases and their backups: a backup from before brings nobody back. A line of JSON for each
 * id of a person who was erased, which says nothing of anybody, and the time; also for ids from before a merge, since in a
 * backup they may be two. All divisions add to the same file.
 */
const lineForm = z.object({ person: z.string().min(1), erasedAt: z.string() });

/** Adds to the list, and is done when it is on the disk. */
export const noteErasure = async (file: string, persons: readonly string[]): Promise<void> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const opened = await open(file, "a", 0o600);
  try {
    const erasedAt = new Date().toISOString();
    await opened.appendFile(persons.map(person => `${JSON.stringify({ person, erasedAt })}\n`).join(""));
    await opened.sync();
  } finally {
    await opened.close();
  }
};

/** Everybody on the list, each once; a list that cannot be read stops whoever has to go by it. */
export const erasedPersons = async (file: string): Promise<string[]> => {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  // The last line of a process that was killed may be half of one; its change was not acknowledged.
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n").filter(line => line.trim() !== "");
  return [...new Set(lines.map((line, at) => readLine(file, line, at + 1)))];
};

const readLine = (file: string, line: string, number: number): string => {
  try {
    return lineForm.parse(JSON.parse(line)).person;
  } catch {
    throw new Error(`${file}, line ${number}: it does not say who was erased. A line looks like {"person":"…","erasedAt":"…"}.`);
  }
};

/** Adds those whom a database knows to be erased and the list does not. */
export const completeErasures = async (file: string, known: readonly string[]): Promise<void> => {
  if (known.length === 0) return;
  const listed = new Set(await erasedPersons(file));
  const missing = known.filter(person => !listed.has(person));
  if (missing.length > 0) await noteErasure(file, missing);
};
