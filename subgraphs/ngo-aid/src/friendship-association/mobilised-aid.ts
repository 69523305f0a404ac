import { CompletePeriods, sql, type Period, type RequestScope } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { AidMeasure, figureCodes, nothing, totalsOf, type AidTotals, type Sums } from "../aid-summary";
import type { AskedCurrency } from "../exchange-rate";

interface Asked extends Period {
  associationId: string;
  currency: AskedCurrency;
}

/** The aid of projects that name an association. A project that two of them brought about counts in full for each. */
export class MobilisedAid {
  constructor(private readonly scope: RequestScope) {}

  private readonly summed = new DataLoader<Asked, Sums | null, string>(
    async all => {
      const rows = await this.scope.rows<Sums & { place: number }>(sql`
        with asked as (
          select * from unnest(
            ${all.map(({ associationId }) => associationId)}::text[], ${all.map(({ from }) => from)}::date[], ${all.map(({ to }) => to)}::date[],
            ${all.map(({ currency }) => currency.code)}::text[], ${all.map(({ currency }) => currency.digits)}::int[]
          ) with ordinality as asked (association_id, period_from, period_to, currency, digits, place)
        )
        select asked.place::int, (sum(in_currency.value) filter (where entry.measure = ${AidMeasure.COMMITTED}))::text as committed,
          (sum(in_currency.value) filter (where entry.measure = ${AidMeasure.DISBURSED}))::text as disbursed,
          count(distinct entry.project_id)::int as "projectCount", count(*) filter (where in_currency.value is null)::int as unconverted
        from asked
        join aid_project_association mobilised on mobilised.association_id = asked.association_id
        join aid_entry entry on entry.project_id = mobilised.project_id and entry.value_date between asked.period_from and asked.period_to
        cross join lateral converted(entry.amount, entry.currency, asked.currency, asked.digits, entry.value_date, entry.union_id) in_currency
        group by asked.place`);
      const found = new Map(rows.map(row => [row.place, row]));
      return all.map((_, index) => found.get(index + 1) ?? null);
    },
    { cacheKeyFn: asked => JSON.stringify(asked) },
  );

  /** Null where nothing was recorded, unless the association's union declared its records complete. */
  async of(asked: Asked): Promise<AidTotals | null> {
    const sums = await this.summed.load(asked);
    if (sums) return totalsOf(sums, asked.currency.code);
    const unionId = asked.associationId.split(":")[0]!;
    return (await this.scope.get(CompletePeriods).include(unionId, Object.values(figureCodes), asked)) ? totalsOf(nothing, asked.currency.code) : null;
  }
}
