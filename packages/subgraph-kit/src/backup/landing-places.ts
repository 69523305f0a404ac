import { OperatorFault } from "@huu-nghi/service-kit";
import type { CheckedSection } from "./section";
import type { OwnTable } from "./tables";

/** Where the rows of a table of the backup go. */
export interface LandingPlace {
  table: OwnTable;
  columns: OwnTable["columns"];
  /** Which of the backup's columns these are; undefined: all of them. */
  kept?: number[];
  /** Whether the rows are then the same as they were in the backup. */
  whole: boolean;
}

interface Unknown {
  leaveOutUnknown: boolean;
  say: (line: string) => void;
}

/** A place for each table that the migrations have made. What has none was made by hand: it is told, and left out only when asked to. */
export const landingPlaces = ({ head, sums }: CheckedSection, tables: OwnTable[], { leaveOutUnknown, say }: Unknown): Map<string, LandingPlace> => {
  const places = new Map<string, LandingPlace>();
  const unknown: string[] = [];
  for (const { name, columns } of head.tables) {
    const table = tables.find(each => each.name === name);
    if (!table) {
      unknown.push(`the table ${name} (${sums.get(name)!.rows} rows)`);
      continue;
    }
    const found = columns.map(column => table.columns.find(each => each.name === column.name));
    const kept = found.flatMap((column, at) => (column ? [at] : []));
    const whole = kept.length === columns.length;
    if (!whole) unknown.push(`the column ${columns.filter((_column, at) => !found[at]).map(column => `${name}.${column.name}`).join(", ")}`);
    if (kept.length > 0) places.set(name, { table, columns: found.flatMap(column => column ?? []), whole, ...(!whole && { kept }) });
  }
  if (unknown.length === 0) return places;
  if (!leaveOutUnknown) {
    throw new OperatorFault(
      `The backup of ${head.division} holds what no migration makes: ${unknown.join(", ")}. It was made by hand, and the program cannot make it again. ` +
        "Restore with --leave-out-unknown to go without it. Nothing has been changed.",
    );
  }
  for (const each of unknown) say(`${head.division}: left out, since no migration makes it: ${each}`);
  return places;
};

/** Of rows of COPY text, in which a tab only ever separates columns. */
export async function* onlyColumns(rows: AsyncIterable<Buffer>, kept: number[]): AsyncGenerator<Buffer> {
  for await (const piece of rows) {
    const lines = piece.toString("latin1").slice(0, -1).split("\n");
    const shortened = lines.map(line => {
      const values = line.split("\t");
      return kept.map(at => values[at]).join("\t");
    });
    yield Buffer.from(`${shortened.join("\n")}\n`, "latin1");
  }
}
