import { createReadStream, statSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { createHash } from "node:crypto";
import { OperatorFault } from "@huu-nghi/service-kit";
import { z } from "zod";
import { SectionLines } from "./section-lines";

/*
 * A division's section of a backup: lines, compressed by gzip. A line of JSON says what comes; the rows of a table are
 * PostgreSQL's own COPY text, which every version reads, ended by `\.` as in any dump:
 *
 *   {"format":"huu-nghi division","version":1,"division":"associations","migrations":[…],"tables":[…]}
 *   {"table":"branch"}
 *   dong-nai:laos:1⇥Chi hội …
 *   \.
 *   {"rows":1,"sha256":"…"}
 *   …
 *   {"end":"associations","rows":1234,"sequences":[…]}
 */
export const sectionFormat = "huu-nghi division";
export const sectionVersion = 1;

const count = z.number().int().nonnegative();
const headForm = z.object({
  format: z.literal(sectionFormat),
  version: z.literal(sectionVersion),
  division: z.string(),
  madeAt: z.string(),
  postgres: z.string(),
  /** By name, in the order in which they were run. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.object({ name: z.string(), type: z.string() })).min(1) })),
});
const tableForm = z.object({ table: z.string() });
const sumForm = z.object({ rows: count, sha256: z.string() });
const endForm = z.object({ end: z.string(), rows: count, sequences: z.array(z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })) });

export type SectionHead = z.infer<typeof headForm>;
export type SectionEnd = z.infer<typeof endForm>;
/** How many rows a table has, and the digest of their COPY text. */
export type Sum = z.infer<typeof sumForm>;

/** Where a section lies in a file; without `bytes` it goes to the file's end. */
export interface SectionPlace {
  file: string;
  from: number;
  bytes?: number | undefined;
}

/** A file that is no backup, or not as it was written. Nothing has been touched when this is thrown. */
export class BrokenBackup extends OperatorFault {}

export interface SectionTable {
  name: string;
  /** COPY text, whole lines; to be read to its end before the next table. */
  rows: AsyncGenerator<Buffer>;
  /** What was read, and is what was written; known once the rows are read. */
  sum: () => Sum;
}

/** Adds up rows as they pass by. */
export class RunningSum {
  #rows = 0;
  readonly #hash = createHash("sha256");

  add(rows: Buffer) {
    this.#hash.update(rows);
    for (let at = rows.indexOf(10); at >= 0; at = rows.indexOf(10, at + 1)) this.#rows += 1;
  }

  get rows() {
    return this.#rows;
  }

  sum = (): Sum => ({ rows: this.#rows, sha256: this.#hash.copy().digest("hex") });
}

/** Reads a section from its beginning to its end, once; whatever is not as it was written is a BrokenBackup. */
export class SectionReader {
  #end: SectionEnd | undefined;

  private constructor(
    readonly head: SectionHead,
    private readonly lines: SectionLines,
    private readonly broken: (what: string) => BrokenBackup,
  ) {}

  static async open({ file, from, bytes }: SectionPlace): Promise<SectionReader> {
    const broken = (what: string) => new BrokenBackup(`${file} cannot be restored: ${what}.`);
    // A pipe that nobody writes to would be waited for.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw broken("it is no file");
    const source = createReadStream(file, { start: from, ...(bytes !== undefined && { end: from + bytes - 1 }) });
    const lines = new SectionLines(source, createGunzip({ chunkSize: 1 << 20 }), broken);
    const first = await lines.json(z.object({ format: z.literal(sectionFormat), version: count }).loose());
    if (first.version > sectionVersion) throw broken(`its form is of version ${first.version}, and this program reads up to ${sectionVersion}: it was made by a newer one`);
    return new SectionReader(headForm.parse(first), lines, broken);
  }

  /** Every table, in the order of the head. */
  async *tables(): AsyncGenerator<SectionTable> {
    let rows = 0;
    for (const { name } of this.head.tables) {
      const { table } = await this.lines.json(tableForm);
      if (table !== name) throw this.broken(`the table ${name} is missing in it`);
      const running = new RunningSum();
      yield { name, rows: this.rowsOf(running), sum: running.sum };
      const said = await this.lines.json(sumForm);
      const found = running.sum();
      if (said.rows !== found.rows || said.sha256 !== found.sha256) throw this.broken(`the rows of ${name} are not those that were written`);
      rows += found.rows;
    }
    const end = await this.lines.json(endForm);
    if (end.end !== this.head.division || end.rows !== rows) throw this.broken("its end does not fit its beginning");
    await this.lines.expectEnd();
    this.#end = end;
  }

  /** What the section ends with, once all tables are read. */
  get end(): SectionEnd {
    if (!this.#end) throw new Error("the section has not been read to its end");
    return this.#end;
  }

  private async *rowsOf(running: RunningSum): AsyncGenerator<Buffer> {
    for (let rows = await this.lines.rows(); rows; rows = await this.lines.rows()) {
      running.add(rows);
      yield rows;
    }
  }
}

/** What a section holds, after it was read through and found to be as it was written. */
export interface CheckedSection {
  head: SectionHead;
  sums: Map<string, Sum>;
  rows: number;
}

export const checkSection = async (place: SectionPlace): Promise<CheckedSection> => {
  const section = await SectionReader.open(place);
  const sums = new Map<string, Sum>();
  for await (const { name, rows, sum } of section.tables()) {
    while (!(await rows.next()).done);
    sums.set(name, sum());
  }
  return { head: section.head, sums, rows: section.end.rows };
};
