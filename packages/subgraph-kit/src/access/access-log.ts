import DataLoader from "dataloader";
import { empty, sql } from "../sql";
import { oneBy } from "../loader";
import type { List } from "../page/list";
import type { PageArgs } from "../page/page-args";
import { Pages } from "../page/pages";
import type { RequestScope } from "../scope";
import { AccessLogEntry } from "./access-log-entry";

export interface Opening {
  type: string;
  id: string;
  field: string;
  purpose: string;
  requestId: string;
  unionIds: string[];
}

export interface AccessLogFilter {
  union?: string | null | undefined;
  record?: string | null | undefined;
  viewer?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  /** Openings of the data of a person of these ids, told to officers of the unions to which the person belonged then. */
  person?: string[] | undefined;
}

/** Who opened personal data. */
export class AccessLog {
  constructor(private readonly scope: RequestScope) {}

  /** Resolves when the opening is written down for good; only then may the value leave. Those of a moment are one statement. */
  readonly written = new DataLoader<Opening, true, string>(
    async openings => {
      const records = new Map<string, Opening & { fields: Set<string> }>();
      for (const opening of openings) {
        const key = JSON.stringify([opening.type, opening.id, opening.purpose]);
        const record = records.get(key) ?? { ...opening, fields: new Set<string>() };
        records.set(key, record);
        record.fields.add(opening.field);
      }
      const { id: viewer, roles } = this.scope.viewer;
      const rows = [...records.values()].map(({ type, id, purpose, requestId, unionIds, fields }) => ({ type, id, purpose, request_id: requestId, union_ids: unionIds, fields: [...fields] }));
      await this.scope.append(sql`
        insert into access_log (viewer, roles, purpose, request_id, record_type, record_id, fields, union_ids)
        select ${viewer}, ${roles}::text[], purpose, request_id, type, id, fields, union_ids
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as opened (type text, id text, purpose text, request_id text, fields text[], union_ids text[])`);
      return openings.map(() => true as const);
    },
    { cacheKeyFn: ({ type, id, field, purpose }) => JSON.stringify([type, id, field, purpose]) },
  );

  private readonly byId = oneBy(this.scope, AccessLogEntry, "id");

  private readonly list: List<AccessLogFilter> = {
    name: "access log",
    order: [{ column: "number", type: "numeric", direction: "desc" }],
    rows: ({ union, record, viewer, from, to, person }) => sql`
      select asked.parent, entry.id::text as id, entry.id::numeric as number from asked cross join access_log entry
      where ${this.scope.viewer.withinAny(person === undefined ? "admin" : "officer", "entry.union_ids")}
      ${person === undefined ? empty : sql`and entry.record_type = 'Person' and entry.record_id = any(${person})`}
      ${union == null ? empty : sql`and ${union} = any(entry.union_ids)`}
      ${record == null ? empty : sql`and entry.record_id = ${record}`}
      ${viewer == null ? empty : sql`and entry.viewer = ${viewer}`}
      ${from == null ? empty : sql`and entry.opened_at >= ${from}::date`}
      ${to == null ? empty : sql`and entry.opened_at < ${to}::date + 1`}`,
  };

  page = (filter: AccessLogFilter, args: PageArgs) => this.scope.get(Pages).of(this.list, null, filter, args, this.byId);
}
