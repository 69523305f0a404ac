import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeDataDir, readIfThere, writePrivateFile } from "@huu-nghi/postgres";

const fileIn = (dataDir: string): string => join(dataDir, "addresses.json");

/** Writes down where the divisions of a running system are, and gives what takes it away again. */
export function keepAddresses(dataDir: string, divisions: { name: string; url: string }[]): () => void {
  const file = fileIn(makeDataDir(dataDir));
  const text = `${JSON.stringify(Object.fromEntries(divisions.map(({ name, url }) => [name, url])), undefined, 2)}\n`;
  writePrivateFile(file, text);
  return () => {
    // With a database of somebody's own two systems can share the folder; the file is the later one's.
    if (readIfThere(file) === text) rmSync(file, { force: true });
  };
}

/** Where a division of the running system is; undefined when none runs on this data folder. */
export function addressOf(dataDir: string, division: string): string | undefined {
  const text = readIfThere(fileIn(dataDir));
  return text === undefined ? undefined : (JSON.parse(text) as Record<string, string>)[division];
}
