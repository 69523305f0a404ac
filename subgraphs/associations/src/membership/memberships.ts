import { newestFirst, oneBy, Pages, raw, sql, standsOn, type List, type PageArgs, type RequestScope } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { Membership } from "./membership";

interface Asked {
  associationId: string;
  asOf: string;
}

interface Counts {
  memberships: number;
  people: number;
}

const columns = sql`asked.parent, membership.id, partial_start(membership.since) as since`;

const ofAssociation: List<{ asOf: string }> = {
  name: "memberships of an association",
  order: newestFirst("since"),
  rows: ({ asOf }) => sql`
    select ${columns} from asked join membership on membership.association_id = asked.parent
    where ${standsOn("membership.since", "membership.until", sql`${asOf}::date`)}`,
};

export class Memberships {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Membership, "id");

  private readonly listOfPerson: List<null> = {
    name: "memberships of a person",
    order: newestFirst("since"),
    rows: () => sql`
      select ${columns} from asked join membership on membership.person_id = asked.parent
      join friendship_association association on association.id = membership.association_id
      where ${this.scope.viewer.within("officer", "association.union_id")}`,
  };

  ofAssociation = (associationId: string, asOf: string, args: PageArgs) => this.scope.get(Pages).of(ofAssociation, associationId, { asOf }, args, this.byId);
  ofPerson = (personId: string, args: PageArgs) => this.scope.get(Pages).of(this.listOfPerson, personId, null, args, this.byId);

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
