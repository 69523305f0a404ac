import { readFileSync } from "node:fs";
import path from "node:path";

/** Beside `src` and beside `dist`, so the same files serve the tests and the built package. */
const DATA = path.join(__dirname, "../data");

export type Row<Column extends string> = Readonly<Record<Column, string>>;

/**
 * Reads a table of facts: lines beginning with `#` say where it comes from, the next line names the columns, each further line
 * is a row with cells separated by tabs. `key` names columns that together occur once.
 * A file that is not so is refused with its name and line, for it is part of the program and somebody has just edited it.
 */
export function readTable<const Column extends string>(
  file: string,
  columns: readonly Column[],
  key: readonly Column[],
): Row<Column>[] {
  const name = path.basename(file);
  const fault = (line: number, what: string) => new Error(`${name}:${line}: ${what}`);
  const lines = readFileSync(path.resolve(DATA, file), "utf8").replace(/\n$/, "").split("\n");
  const header = lines.findIndex((line) => !line.startsWith("#"));
  if (header < 1) throw fault(1, "a table begins with # lines that say where it comes from, then names its columns");
  if (lines[header] !== columns.join("\t")) throw fault(header + 1, `the columns must be: ${columns.join(", ")}`);

  const seen = new Map<string, number>();
  return lines.slice(header + 1).map((line, index) => {
    const number = header + 2 + index;
    const cells = line.split("\t");
    if (cells.length !== columns.length) throw fault(number, `${cells.length} cells where there are ${columns.length} columns`);
    if (cells.some((cell) => cell !== cell.trim())) throw fault(number, "a cell begins or ends with a space");
    if (line !== line.normalize("NFC")) throw fault(number, "accents must be composed (Unicode NFC)");
    const row = Object.fromEntries(columns.map((column, at) => [column, cells[at]])) as Row<Column>;
    const identity = key.map((column) => row[column]).join(", ");
    const earlier = seen.get(identity);
    if (earlier !== undefined) throw fault(number, `${identity} is already in line ${earlier}`);
    seen.set(identity, number);
    return row;
  });
}

/** A table is read when it is first asked for, and once. */
export function once<T>(read: () => T): () => T {
  let held: { value: T } | undefined;
  return () => (held ??= { value: read() }).value;
}
