import DataLoader from "dataloader";
import { guardOf } from "../access/declare";
import { cursorOf, pageBounds, type CursorForm, type PageArgs, type PageBounds } from "../page/page-args";
import type { Period } from "../dates";
import type { RequestScope } from "../scope";
import type { FigureRecord, FigureRecordConnection } from "./figure";
import type { Measure } from "./measure";
import { questionKey, recordedStatement, recordsStatement, type Question } from "./statements";

type Key = Question & { measure: Measure; bounds: PageBounds };
interface RecordRow extends Question {
  kind: string;
  id: string;
  labelVi: string | null;
  labelEn: string | null;
  date: string | null;
  value: string | null;
  sortDate: string;
  total: number;
}

const form: CursorForm = { list: "records of a figure", types: ["date", "text"] };
/** The records behind figures, page by page. */
export class FigureRecords {
  constructor(private readonly scope: RequestScope) {}

  private readonly pages = new DataLoader<Key, FigureRecordConnection, string>(keys => this.load(keys), {
    cacheKeyFn: key => `${questionKey(key)} ${JSON.stringify(key.bounds)}`,
  });

  /** Null for a figure that is only ever reported. Records that are not public are left out for those who may not see them. */
  async page(measure: Measure, unionIds: string[], { from, to }: Period, args: PageArgs): Promise<FigureRecordConnection | null> {
    if (!measure.records) return null;
    const page = await this.pages.load({ measure, code: measure.code, unionIds, from, to, bounds: pageBounds(args, form) });
    const guards = page.nodes.map(({ kind }) => guardOf(kind));
    if (guards.every(guard => guard === undefined || unionIds.every(id => this.scope.viewer.reaches(guard.needs, [id])))) return page;
    // A cursor holds the id of a record, so these go, too.
    return { ...page, nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } };
  }

  private async load(keys: readonly Key[]): Promise<FigureRecordConnection[]> {
    const groups = new Map<string, Key[]>();
    for (const key of keys) groups.set(JSON.stringify(key.bounds), [...(groups.get(JSON.stringify(key.bounds)) ?? []), key]);
    const pages = new Map<Key, FigureRecordConnection>();
    for (const group of groups.values()) {
      const { first, after } = group[0]!.bounds;
      const rows = await this.scope.rows<RecordRow>(recordsStatement(group, first, after)!);
      const ownRows = new Map(group.map(key => [key, rows.filter(row => questionKey(row) === questionKey(key))]));
      const totals = await this.totalsBehind(group.filter(key => after !== null && ownRows.get(key)!.length === 0));
      for (const [key, own] of ownRows) pages.set(key, this.connection(own, key, own[0]?.total ?? totals.get(questionKey(key)) ?? 0));
    }
    return keys.map(key => pages.get(key)!);
  }

  /** How many there are where a page after the last one was asked for, and no row could say so. */
  private async totalsBehind(keys: readonly Key[]): Promise<Map<string, number>> {
    if (keys.length === 0) return new Map();
    const counts = await this.scope.rows<Question & { count: number }>(recordedStatement(keys)!);
    return new Map(counts.map(row => [questionKey(row), row.count]));
  }

  private connection(rows: RecordRow[], { measure, bounds: { first, after } }: Key, totalCount: number): FigureRecordConnection {
    const shown = rows.slice(0, first);
    const cursor = (row: RecordRow | undefined) => (row ? cursorOf(form, [row.sortDate, `${row.kind} ${row.id}`]) : null);
    return {
      nodes: shown.map(row => recordOf(row, measure)),
      totalCount,
      pageInfo: { hasNextPage: rows.length > first, hasPreviousPage: after !== null, startCursor: cursor(shown[0]), endCursor: cursor(shown.at(-1)) },
    };
  }
}

const recordOf = ({ kind, id, labelVi, labelEn, date, value }: RecordRow, { labelOf }: Measure): FigureRecord => ({
  kind,
  id,
  label: { ...(labelOf?.(id) ?? { vi: labelVi, en: labelEn }), ownTranslation: null },
  date,
  value,
});
