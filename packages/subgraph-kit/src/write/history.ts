import DataLoader from "dataloader";
import { maskOf } from "../access/declare";
import { oneBy } from "../loader";
import type { List } from "../page/list";
import type { PageArgs } from "../page/page-args";
import { Pages } from "../page/pages";
import type { RequestScope } from "../scope";
import { raw, sql } from "../sql";
import { HistoryEntry, RowOperation, type ChangedValue } from "./history-entry";
import { partName } from "./part";
import { entityOf } from "./parts-then";

type Table<Row> = new () => Row;

type Texts = Record<string, string | null>;

const ofRecord: List<{ type: string }> = {
  name: "history of a record",
  order: [{ column: "entry_number", type: "numeric", direction: "desc" }],
  rows: ({ type }) => sql`
    select asked.parent, entry.number::text as id, entry.number::numeric as entry_number
    from asked join history entry on entry.record_type = ${type} and entry.record_id = asked.parent`,
};

/** What was done to records, and what they were. */
export class History {
  constructor(private readonly scope: RequestScope) {}

  private readonly entry = oneBy(this.scope, HistoryEntry, "number");

  /** Newest first. */
  page = <Row extends object>(table: Table<Row>, id: string, args: PageArgs) =>
    this.scope.get(Pages).of(ofRecord, id, { type: this.metadata(table).tableName }, args, this.entry);

  /** What an entry holds, as texts made by the database: read as JSON, a number of many digits would lose the last ones. */
  private readonly images = new DataLoader<string, { before: Texts | null; after: Texts | null }>(async numbers => {
    const rows = await this.scope.rows<{ number: string; before: Texts | null; after: Texts | null }>(sql`
      select number, (select jsonb_object_agg(key, value) from jsonb_each_text(before)) as before, (select jsonb_object_agg(key, value) from jsonb_each_text(after)) as after
      from history where number = any(${[...numbers]}::bigint[])`);
    const found = new Map(rows.map(row => [row.number, row]));
    return numbers.map(number => found.get(number) ?? { before: null, after: null });
  });

  /** The fields that an entry touched, as the record's type calls them. */
  async changes({ number, operation, recordType, rowType }: HistoryEntry): Promise<ChangedValue[]> {
    if (operation === RowOperation.ERASE) return [];
    const { before, after } = await this.images.load(number);
    const metadata = this.scope.read.connection.entityMetadatas.find(({ tableName }) => tableName === rowType);
    const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(name => name !== "version");
    return columns.flatMap(name => {
      const [old, now] = [before?.[name] ?? null, after?.[name] ?? null];
      if (old === now) return [];
      const field = metadata?.columns.find(({ databaseName }) => databaseName === name)?.propertyPath ?? name;
      const mask = metadata && maskOf(metadata.target, field);
      const shown = (text: string | null) => (mask ? mask(text) : text);
      return [{ field: rowType === recordType ? field : `${metadata ? partName(metadata) : rowType}.${field}`, before: shown(old), after: shown(now) }];
    });
  }

  /** The record as it stood at the end of a day in Viet Nam; null when it was not there. */
  async asOf<Row extends object>(table: Table<Row>, id: string, day: string): Promise<Row | null> {
    const metadata = this.metadata(table);
    const name = raw(`"${metadata.tableName}"`);
    const [row] = await this.scope.rows<Record<string, unknown>>(sql`
      select was.* from (
        select after from history where record_type = ${metadata.tableName} and row_type = record_type and record_id = ${id}
          and recorded_at < ((${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
        order by number desc limit 1
      ) last cross join lateral jsonb_populate_record(null::${name}, last.after) was
      where last.after is not null`);
    if (!row) return null;
    return entityOf<Row>(this.scope.read, metadata, row);
  }

  private metadata = <Row extends object>(table: Table<Row>) => this.scope.read.connection.getMetadata(table);
}
