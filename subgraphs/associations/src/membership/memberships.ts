import { raw, sql, standsOn, type RequestScope } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";

interface Asked {
  associationId: string;
  asOf: string;
}

interface Counts {
  memberships: number;
  people: number;
}

export class Memberships {
  constructor(private readonly scope: RequestScope) {}

  /** Of an association on a day; null where no membership was ever recorded, since unknown is not 0. */
  readonly counts = new DataLoader<Asked, Counts | null, string>(
    async asked => {
      const rows = await this.scope.rows<Asked & Counts>(sql`
        select asked.association_id as "associationId", asked.as_of::text as "asOf",
          count(*) filter (where standing)::int as memberships, count(distinct person_id) filter (where standing)::int as people
        from unnest(${asked.map(({ associationId }) => associationId)}::text[], ${asked.map(({ asOf }) => asOf)}::date[]) as asked (association_id, as_of)
        join membership on membership.association_id = asked.association_id
        cross join lateral (
          select ${standsOn("membership.since", "membership.until", raw("asked.as_of"))} as standing
        ) standing
        group by asked.association_id, asked.as_of`);
      const found = new Map(rows.map(row => [keyOf(row), row]));
      return asked.map(each => found.get(keyOf(each)) ?? null);
    },
    { cacheKeyFn: keyOf },
  );
}

function keyOf({ associationId, asOf }: Asked) {
  return `${associationId} ${asOf}`;
}
