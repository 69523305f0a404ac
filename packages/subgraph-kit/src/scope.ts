import type { Log, RequestContext } from "@huu-nghi/service-kit";
import type { EntityManager } from "typeorm";
import type { ScopedViewer } from "./access/scoped-viewer";
import type { Database } from "./database/database";
import type { Measure } from "./figures/measure";
import type { Sql } from "./sql";
import { partsThen, type PartsThen } from "./write/parts-then";
import { refusedBySql } from "./write/sql-faults";
import { write, type Change } from "./write/write";

type Service<T> = new (scope: RequestScope) => T;

/** Everything that belongs to one request: who asks, its services with their loaders, and the ways to its data. */
export class RequestScope {
  readonly #made = new Map<unknown, unknown>();
  readonly #database: Database;
  #partsThen: PartsThen | undefined;

  constructor(
    database: Database,
    readonly log: Log,
    readonly requestId: string,
    readonly viewer: ScopedViewer,
    /** What the division counts. */
    readonly measures: Measure[],
    /** Writes down outside the database that a person was erased. */
    readonly noteErasure: (persons: readonly string[]) => Promise<void> = () => Promise.resolve(),
  ) {
    this.#database = database;
  }

  /** The service of this request; made once, so that its loaders live as long as the request. */
  get = <T>(service: Service<T>): T => {
    const made = this.#made.get(service) ?? new service(this);
    this.#made.set(service, made);
    return made as T;
  };

  /** Reading only: the role behind it can select and nothing else. */
  get read(): EntityManager {
    return this.#database.reader.manager;
  }

  /** The rows of one statement. */
  rows = <Row>({ text, values }: Sql): Promise<Row[]> => this.read.query(text, values);

  /**
   * Changes records, in one transaction with its history; permission and input were checked before. What it gives is the
   * answer, also to the same input sent again. Loaders made so far are forgotten.
   */
  write = async <Row extends object>(change: Change, table: new () => Row, work: (tx: EntityManager) => Promise<Row>): Promise<Row> => {
    const actor = this.viewer.id;
    if (actor === null) throw new Error("a change without an author");
    const { row, repeated } = await write(this.#database.writer, { actor, requestId: this.requestId }, change, table, work).catch(this.refuse);
    this.#made.clear();
    this.#partsThen = repeated ? await partsThen(this.read, table, row) : undefined;
    return row;
  };

  // The client's to mend: not for those who look after the process, who may wonder all the same why no rule of ours came before.
  private readonly refuse = (error: unknown): never => {
    const refused = refusedBySql(error, this.#database.writer);
    if (refused) this.log.warn(refused.rule, "the database refused a change");
    throw refused?.problem ?? error;
  };

  /** The parts in this table of the record that a repeated change answers with, as they were at its version; undefined for others. */
  partsThen = <Part extends object>(table: new () => Part, recordId: unknown): Part[] | undefined =>
    this.#partsThen?.recordId === recordId ? (this.#partsThen?.byTable.get(table) as Part[] | undefined) : undefined;

  /** Adds to a log that only grows; done when it is committed. Not a way to change records. */
  append = async ({ text, values }: Sql): Promise<void> => void (await this.#database.writer.query(text, values));
}

export interface ScopedContext extends RequestContext {
  // Apollo copies the context object, which would break the private members of a class; hence a member of it.
  scope: RequestScope;
}
