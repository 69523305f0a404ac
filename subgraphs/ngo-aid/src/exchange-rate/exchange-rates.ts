import { oneBy, Source, sql, type RequestScope } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { ExchangeRate } from "./exchange-rate";

/** An entry's currency and value date, and the union in whose books it stands. */
export interface Dated {
  currency: string;
  day: string;
  unionId: string;
}

const keyOf = ({ currency, day, unionId }: Dated) => `${currency} ${day} ${unionId}`;

export class ExchangeRates {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, ExchangeRate, "id");
  readonly sources = oneBy(this.scope, Source, "id");

  private readonly holding = new DataLoader<Dated, string | null, string>(
    async asked => {
      const rows = await this.scope.rows<{ id: string | null }>(sql`
        select rate.id
        from unnest(${asked.map(({ currency }) => currency)}::text[], ${asked.map(({ day }) => day)}::date[], ${asked.map(({ unionId }) => unionId)}::text[])
          with ordinality as asked (currency, day, union_id, place)
        left join lateral rate_on(asked.currency, asked.day, asked.union_id) rate on true
        order by asked.place`);
      return rows.map(({ id }) => id);
    },
    { cacheKeyFn: keyOf },
  );

  /** The rate by which an entry becomes VND; null for VND itself and where none is known. */
  async of(entry: Dated): Promise<ExchangeRate | null> {
    const id = await this.holding.load(entry);
    return id === null ? null : this.byId.load(id);
  }
}
