import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { testLogFolder } from "./config";

/** What a test puts into a process, and no log may hold. */
export type PlantedKind = "token" | "key" | "password" | "name" | "phone" | "e-mail" | "value";

export interface Planted {
  kind: PlantedKind;
  value: string;
}

// A shorter one is also found where nobody put it.
const shortest = 6;
const file = (folder: string) => join(folder, "planted.jsonl");

/** Registers a value that no log of this run may hold, whichever process writes it; gives it back. */
export const plant = (kind: PlantedKind, value: string): string => {
  if (value.length < shortest) throw new Error(`"${value}" is too short to be told from other words; plant one of at least ${shortest} characters.`);
  appendFileSync(file(testLogFolder()), `${JSON.stringify({ kind, value } satisfies Planted)}\n`);
  return value;
};

export const plantedIn = (folder: string): Planted[] => {
  if (!existsSync(file(folder))) return [];
  const lines = new Set(readFileSync(file(folder), "utf8").split("\n").filter(Boolean));
  return [...lines].map(line => JSON.parse(line) as Planted);
};
