import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { OperatorFault } from "@huu-nghi/service-kit";
import { isMap, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";
import type { RecordKind, RecordRow } from "./record-kind";

/** An entry of a data file, with the rows it becomes. */
export interface Entry {
  /** Relative to the division's folder, such as `data/articles/000.yaml`. */
  file: string;
  line: number;
  kind: RecordKind;
  id: string;
  rows: RecordRow[];
}

/** A fact of a source that no type holds yet; it waits in its file, and is counted so that nobody forgets it. */
export interface Waiting {
  file: string;
  what: string;
}

/** Everything that is wrong with the data files, each with its file, entry and field. */
export class BrokenData extends OperatorFault {
  constructor(readonly faults: string[]) {
    super(["The data files cannot be loaded; nothing was changed:", ...faults.map(fault => `  - ${fault}`)].join("\n"));
    this.name = "BrokenData";
  }
}

const header = z.strictObject({
  source: z.string().min(1).optional(),
  waiting: z.array(z.strictObject({ what: z.string().min(1), printed: z.string().optional(), note: z.string().optional() })).default([]),
});

const yamlFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .sort((a, b) => a.name.localeCompare(b.name))
        .flatMap(each => (each.isDirectory() ? yamlFiles(path.join(folder, each.name)) : /\.ya?ml$/.test(each.name) ? [path.join(folder, each.name)] : []))
    : [];

class DataFile {
  readonly faults: string[] = [];
  private readonly lines = new LineCounter();
  private readonly document: Document;

  constructor(
    private readonly file: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, uniqueKeys: true });
    for (const error of this.document.errors) this.faults.push(`${file}:${error.linePos?.[0].line ?? 1}: ${error.message.split("\n")[0]}`);
  }

  read(kinds: RecordKind[]): { entries: Entry[]; waiting: Waiting[] } {
    if (this.faults.length) return { entries: [], waiting: [] };
    if (!isMap(this.document.contents)) return this.fail(`${this.file}: a data file is a list of sections`);
    let content: unknown;
    try {
      content = this.document.toJS();
    } catch (error) {
      return this.fail(`${this.file}: ${(error as Error).message}`);
    }
    const sections = content as Record<string, unknown>;
    const top = header.safeParse({ source: sections["source"], waiting: sections["waiting"] ?? undefined });
    for (const { path: at, message } of top.error?.issues ?? []) {
      this.faults.push(`${this.file}:${this.line(at as (string | number)[])}: field ${at.join(".")}: ${message}`);
    }
    for (const section of Object.keys(sections)) {
      const known = ["source", "waiting", ...kinds.map(kind => kind.section)];
      if (!known.includes(section)) this.faults.push(`${this.file}:${this.line([section])}: there is no section ${section}; the sections are ${known.join(", ")}`);
    }
    // With a header at fault the entries are still read, so that their own faults are told with it.
    const entries = kinds.flatMap(kind => this.section(kind, sections[kind.section], top.success ? top.data.source : ""));
    return { entries, waiting: top.data?.waiting.map(({ what }) => ({ file: this.file, what })) ?? [] };
  }

  private section(kind: RecordKind, content: unknown, source: string | undefined): Entry[] {
    if (content === undefined || content === null) return [];
    if (!Array.isArray(content)) {
      this.faults.push(`${this.file}:${this.line([kind.section])}: ${kind.section} is not a list`);
      return [];
    }
    return content.flatMap((value: unknown, index) => {
      const result = kind.entry.safeParse(value);
      const at = `${this.file}:${this.line([kind.section, index])}: ${kind.section}[${index}]`;
      if (result.success) {
        const own = (result.data as { source?: string }).source ?? source ?? (kind.section === "sources" ? "" : undefined);
        if (own === undefined) {
          this.faults.push(`${at}, field source: neither the entry nor its file names a source`);
          return [];
        }
        const context = { sourceId: own };
        return [{ file: this.file, line: this.line([kind.section, index]), kind, id: kind.id(result.data, context), rows: kind.rows(result.data, context) }];
      }
      const name = (value as { id?: unknown } | null)?.id;
      for (const issue of result.error.issues) {
        const field = issue.path.length ? `, field ${issue.path.join(".")}` : "";
        this.faults.push(`${at}${typeof name === "string" ? ` (${name})` : ""}${field}: ${issue.message}`);
      }
      return [];
    });
  }

  private fail(...faults: string[]) {
    this.faults.push(...faults);
    return { entries: [], waiting: [] };
  }

  private line(at: (string | number)[]) {
    const node = this.document.getIn(at, true);
    const range = isMap(node) || isSeq(node) ? node.range : (node as { range?: [number, number, number] } | undefined)?.range;
    return range ? this.lines.linePos(range[0]).line : 1;
  }
}

const readText = (file: string) => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new BrokenData([`${file} cannot be read: ${(error as Error).message}`]);
  }
};

/** Reads all data files of a division. Throws one BrokenData with everything that is wrong in any of them. */
export const readDataFiles = (folder: string, kinds: RecordKind[]): { entries: Entry[]; waiting: Waiting[] } => {
  const files = yamlFiles(path.join(folder, "data")).map(file => new DataFile(path.relative(folder, file), readText(file)));
  const read = files.map(file => file.read(kinds));
  const entries = read.flatMap(each => each.entries);
  const seen = new Map<string, Entry>();
  const faults = files.flatMap(file => file.faults);
  for (const entry of entries) {
    const key = `${entry.kind.section} ${entry.id}`;
    const first = seen.get(key);
    if (first) faults.push(`${entry.file}:${entry.line}: ${key} is there twice, first in ${first.file}:${first.line}`);
    seen.set(key, entry);
  }
  if (faults.length) throw new BrokenData(faults);
  return { entries, waiting: read.flatMap(each => each.waiting) };
};
