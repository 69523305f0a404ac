import { createHash } from "node:crypto";
import { QueryFailedError, type DataSource, type EntityManager, type EntityMetadata } from "typeorm";
import type { Division } from "../division";
import { ReportedFigure } from "../figures/reported-figure";
import { BrokenData, readDataFiles, type Entry, type Waiting } from "./data-files";
import { LoadedRecord } from "./loaded-record";
import type { RecordRow } from "./record-kind";

export interface LoadReport {
  added: number;
  unchanged: number;
  /** Entries whose record says something else by now; the record was left as it is. */
  differing: string[];
  waiting: Waiting[];
}

const loadLock = 20_261_123;

type Values = Record<string, unknown>;

const plain = (value: unknown): unknown =>
  value === undefined ? null
  : value instanceof Date ? value.toISOString()
  : Array.isArray(value) ? value.map(plain)
  // Sorted, since a database keeps an object's values and not their order.
  : value !== null && typeof value === "object" ? Object.entries(value).map(([key, each]) => [key, plain(each)]).sort()
  : value;

const differs = (expected: Values, found: Values) =>
  Object.keys(expected).filter(key => JSON.stringify(plain(expected[key])) !== JSON.stringify(plain(found[key])));

const identity = (metadata: EntityMetadata, values: Values) =>
  Object.fromEntries(metadata.primaryColumns.map(({ propertyName }) => [propertyName, values[propertyName]]));

const keyOf = ({ kind, id }: Pick<LoadedRecord, "kind" | "id">) => `${kind} ${id}`;

const missingReference = "23503";

/** An entry that names a record which is not there, or not yet there. */
class MissingReference extends BrokenData {}

class Loading {
  readonly report: LoadReport;

  constructor(
    private readonly manager: EntityManager,
    /** What was loaded before, by kind and id. */
    private readonly loaded: ReadonlyMap<string, LoadedRecord>,
    waiting: Waiting[],
  ) {
    this.report = { added: 0, unchanged: 0, differing: [], waiting };
  }

  /** Loads entries of one kind, which may refer to each other in any order. Throws with the faults of all of them. */
  async loadAll(entries: Entry[], onLoaded: () => void, earlier: string[] = []): Promise<void> {
    const waiting: { entry: Entry; fault: MissingReference }[] = [];
    const faults = [...earlier];
    for (const entry of entries) {
      try {
        // A savepoint, so that an entry that has to wait leaves nothing behind.
        await this.manager.transaction(() => this.load(entry));
        onLoaded();
      } catch (fault) {
        if (fault instanceof MissingReference) waiting.push({ entry, fault });
        else if (fault instanceof BrokenData) faults.push(...fault.faults);
        else throw fault;
      }
    }
    if (waiting.length > 0 && waiting.length < entries.length) return this.loadAll(waiting.map(({ entry }) => entry), onLoaded, faults);
    faults.push(...waiting.flatMap(({ fault }) => fault.faults));
    if (faults.length > 0) throw new BrokenData(faults);
  }

  private async load(entry: Entry) {
    const key = { kind: entry.kind.section, id: entry.id };
    const loaded = this.loaded.get(keyOf(key)) ?? null;
    const digest = createHash("sha256").update(JSON.stringify(entry.rows.map(({ row }) => plain(row)))).digest("hex");
    const isNew = loaded === null;
    const named = `${entry.kind.section} ${entry.id} (${entry.file}:${entry.line})`;
    const isChanged = loaded !== null && loaded.digest !== digest;
    const differing = isChanged ? ["changed in the file"] : [];
    for (const row of entry.rows) {
      const found = await this.find(row);
      if (found) differing.push(...differs(row.row, found));
      else if (isNew) await this.insert(row, entry);
      else if (!isChanged) differing.push("removed");
    }
    if (isNew) await this.manager.insert(LoadedRecord, { ...key, file: entry.file, digest });
    if (differing.length) this.report.differing.push(`${named}: ${[...new Set(differing)].join(", ")}`);
    else if (isNew) this.report.added += 1;
    else this.report.unchanged += 1;
  }

  private find({ table, row }: RecordRow): Promise<Values | null> {
    const metadata = this.manager.connection.getMetadata(table);
    return this.manager.findOneBy(table, identity(metadata, row)) as Promise<Values | null>;
  }

  private async insert({ table, row }: RecordRow, { file, line, kind, id }: Entry) {
    try {
      await this.manager.insert(table, row);
    } catch (error) {
      if (!(error instanceof QueryFailedError)) throw error;
      const { code, detail, column, constraint } = error.driverError as { code?: string; detail?: string; column?: string; constraint?: string };
      const field = column ?? /\((\w+)\)=/.exec(detail ?? "")?.[1] ?? constraint;
      const Fault = code === missingReference ? MissingReference : BrokenData;
      throw new Fault([`${file}:${line}: ${kind.section} (${id})${field ? `, field ${field}` : ""}: ${detail ?? error.message}`]);
    }
  }
}

/** A figure that nobody measures would be loaded and never be seen. */
const refuseUnknownFigures = ({ measures }: Division, entries: Entry[]) => {
  const codes = measures.map(({ code }) => code);
  const unknown = entries.filter(({ rows }) => rows.some(({ table, row }) => table === ReportedFigure && !codes.includes(String(row["code"]))));
  if (unknown.length === 0) return;
  throw new BrokenData(unknown.map(({ file, line, kind, id }) => `${file}:${line}: ${kind.section} (${id}), field code: there is no such figure; there are ${codes.join(", ")}`));
};

/**
 * Loads the division's data files once. What is in the database already is compared and never changed: a difference is
 * reported, whether somebody changed the record or the file. All of it is one transaction.
 */
export const loadRecords = async (division: Division, writer: DataSource, onProgress: (done: number, of: number) => void): Promise<LoadReport> => {
  const { entries, waiting } = readDataFiles(division.folder, division.records);
  refuseUnknownFigures(division, entries);
  return writer.transaction(async manager => {
    await manager.query("select pg_advisory_xact_lock($1), set_config('huu_nghi.action', 'load', true), set_config('huu_nghi.actor', 'data files', true)", [loadLock]);
    const loaded = new Map((await manager.find(LoadedRecord)).map(each => [keyOf(each), each]));
    const loading = new Loading(manager, loaded, waiting);
    let done = 0;
    // What others refer to comes first: the order of the division's domains says so, whatever the order of the files.
    for (const kind of division.records) {
      const own = entries.filter(entry => entry.kind === kind);
      await loading.loadAll(own, () => onProgress((done += 1), entries.length));
    }
    await manager.query("set constraints all immediate");
    await manager.query("select seal_history()");
    return loading.report;
  });
};
