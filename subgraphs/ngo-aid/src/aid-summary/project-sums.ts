import { sql, type Money, type RequestScope } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import type { AskedCurrency } from "../exchange-rate";
import type { AidMeasure } from "./aid-summary";

interface Asked {
  projectId: string;
  measure: AidMeasure;
  /** Null for the entries' own currency if they share one, else VND. */
  currency: AskedCurrency | null;
}

/** What was promised and paid to projects over all time. */
export class ProjectSums {
  constructor(private readonly scope: RequestScope) {}

  /** Null where there is no entry, or one has no rate: part of a sum would pass for the whole. */
  readonly of = new DataLoader<Asked, Money | null, string>(
    async all => {
      const rows = await this.scope.rows<{ place: number; amount: string | null; currency: string }>(sql`
        with asked as (
          select * from unnest(
            ${all.map(({ projectId }) => projectId)}::text[], ${all.map(({ measure }) => measure)}::text[],
            ${all.map(({ currency }) => currency?.code ?? null)}::text[], ${all.map(({ currency }) => currency?.digits ?? null)}::int[]
          ) with ordinality as asked (project_id, measure, currency, digits, place)
        ), entry as (
          select asked.place, asked.digits, entry.amount, entry.currency, entry.value_date, entry.union_id,
            coalesce(asked.currency, case when min(entry.currency) over of_asked = max(entry.currency) over of_asked then entry.currency else 'VND' end) as wanted
          from asked join aid_entry entry on entry.project_id = asked.project_id and entry.measure = asked.measure
          window of_asked as (partition by asked.place)
        )
        select entry.place::int, entry.wanted as currency, case when bool_and(in_currency.value is not null) then sum(in_currency.value)::text end as amount
        from entry
        cross join lateral converted(entry.amount, entry.currency, entry.wanted, coalesce(entry.digits, 0), entry.value_date, entry.union_id) in_currency
        group by entry.place, entry.wanted`);
      const found = new Map(rows.map(row => [row.place, row]));
      return all.map((_, index) => {
        const row = found.get(index + 1);
        return row && row.amount !== null ? { amount: row.amount, currency: row.currency } : null;
      });
    },
    { cacheKeyFn: ({ projectId, measure, currency }) => `${projectId} ${measure} ${currency?.code ?? ""}` },
  );
}
