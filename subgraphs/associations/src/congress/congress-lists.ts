import { demoRows, empty, newestFirst, raw, sql, type List, type SortKey, type Sql } from "@huu-nghi/subgraph-kit";
import { inUnion } from "../union";
import type { CongressState } from "./congress";

interface OfUnion {
  unionId?: string | null | undefined;
  includeDescendants?: boolean | null | undefined;
}

export interface CongressFilter extends OfUnion {
  associationId?: string | null | undefined;
  state?: CongressState | null | undefined;
  heldFrom?: string | null | undefined;
  heldTo?: string | null | undefined;
  today: string;
}

export interface EndingFilter extends OfUnion {
  asOf: string;
  withinMonths: number;
  today: string;
}

/** The same in SQL as `heldBy`. */
const heldBy = (day: Sql, today: string) => sql`
  case when congress.held_on is not null then least(partial_end(congress.held_on), greatest(partial_start(congress.held_on), ${today}::date)) <= ${day}
    else congress.planned_on is null and congress.tenure_from <= extract(year from ${day}) end`;

const ofUnion = ({ unionId, includeDescendants }: OfUnion) =>
  unionId == null ? empty : sql`and ${inUnion("association.union_id", unionId, includeDescendants)}`;

/** Made-up ones are in no list that does not name theirs. */
const real = (named: string | null | undefined) => (named == null ? sql`and not ${raw(demoRows("association.id"))}` : empty);

const itsAssociation = sql`join friendship_association association on association.id = congress.association_id`;

export const all: List<CongressFilter> = {
  name: "congresses",
  order: newestFirst("day"),
  rows: ({ associationId, state, heldFrom, heldTo, today, ...of }) => sql`
    select asked.parent, congress.id, coalesce(partial_start(coalesce(congress.held_on, congress.planned_on)), make_date(congress.tenure_from, 1, 1)) as day
    from asked cross join congress ${itsAssociation}
    where true ${ofUnion(of)} ${real(of.unionId ?? associationId)}
    ${associationId == null ? empty : sql`and congress.association_id = ${associationId}`}
    ${state == null ? empty : sql`and ${state} = case when ${heldBy(sql`${today}::date`, today)} then 'HELD' else 'PLANNED' end`}
    ${heldFrom == null ? empty : sql`and partial_start(congress.held_on) >= ${heldFrom}::date`}
    ${heldTo == null ? empty : sql`and partial_end(congress.held_on) <= ${heldTo}::date`}`,
};

const byEnd: SortKey[] = [{ column: "ends", type: "date", direction: "asc" }, { column: "name", type: "text", direction: "asc", collated: true }];

/**
 * Whether a later congress counts as planned: it was held since, it is planned for a day that is not past, or it is planned
 * for nobody knows when while the tenure before it lasts. A plan is not past when it was not on the day asked about.
 */
const counts = (asOf: string, today: string) => sql`(${heldBy(sql`${today}::date`, today)} or
  case when congress.planned_on is null then make_date(current.tenure_to, 12, 31) >= ${asOf}::date else partial_end(congress.planned_on) >= least(${asOf}::date, ${today}::date) end)`;

/** The last congress that each association had held by the day, where its tenure ends soon and none with a later ordinal is planned. */
export const ending: List<EndingFilter> = {
  name: "tenures that end",
  order: byEnd,
  rows: ({ asOf, withinMonths, today, ...of }) => sql`
    select asked.parent, current.id, make_date(current.tenure_to, 12, 31) as ends, coalesce(association.name_vi, association.name_en) as name
    from asked cross join (
      select distinct on (association_id) id, association_id, ordinal, tenure_to from congress
      where ${heldBy(sql`${asOf}::date`, today)} order by association_id, ordinal desc
    ) current join friendship_association association on association.id = current.association_id
    where make_date(current.tenure_to, 12, 31) <= ${asOf}::date + make_interval(months => ${withinMonths}::int)
      and (association.dissolved_on is null or partial_end(association.dissolved_on) >= ${asOf}::date)
      and not exists (select from congress where congress.association_id = current.association_id and congress.ordinal > current.ordinal and ${counts(asOf, today)})
      ${ofUnion(of)} ${real(of.unionId)}`,
};
