import { byName, contains, demoRows, empty, raw, sql, standsOn, type List } from "@huu-nghi/subgraph-kit";
import { takenOver, inUnion } from "../union";
import { associationsFor, associationsForGroup } from "./association-countries";
import type { AssociationLevel } from "./friendship-association";

/** Which associations; only those that stand on the day `asOf`. */
export interface StandingFilter {
  asOf: string;
  unionId?: string | null;
  includeDescendants?: boolean | null;
  includePredecessors?: boolean | null;
  country?: string | null;
  group?: string | null;
  level?: AssociationLevel | null;
  text?: string | null;
}

/** Founded on or before the day and not dissolved before it; one of unknown age counts from when it was first named. */
const standing = (asOf: string) => standsOn("coalesce(association.founded_on, association.named_as_of)", "association.dissolved_on", sql`${asOf}::date`);

/** The unions that are asked for, as a condition on an id. */
const unionsOf = ({ unionId, includeDescendants, includePredecessors }: StandingFilter) => {
  const these = (column: string) => inUnion(column, unionId!, includeDescendants);
  return includePredecessors ? sql`(${these("association.union_id")} or association.union_id in (select id from (${takenOver(these("successor_id"))}) taken))` : these("association.union_id");
};

const named = (text: string) => sql`
  (${contains(["association.name_vi", "association.name_en"], text)}
  or exists (select from association_name earlier where earlier.association_id = association.id and ${contains(["earlier.name_vi", "earlier.name_en"], text)}))`;

const matching = (filter: StandingFilter) => {
  const { asOf, unionId, country, group, level, text } = filter;
  return sql`
    ${standing(asOf)}
    ${unionId == null ? empty : sql`and ${unionsOf(filter)}`}
    ${country == null ? empty : sql`and association.id in (${associationsFor(sql`${country}`, asOf)})`}
    ${group == null ? empty : sql`and association.id in (${associationsForGroup(group, asOf)})`}
    ${level == null ? empty : sql`and coalesce(association.level, (select case when of.level = 'NATIONAL' then of.level else 'PROVINCIAL' end from friendship_union of where of.id = association.union_id)) = ${level}`}
    ${text == null || text.trim() === "" ? empty : sql`and ${named(text)}`}`;
};

/** Made-up associations are in no list that does not name their union. */
const real = ({ unionId }: StandingFilter) => (unionId == null ? sql`not ${raw(demoRows("association.id"))}` : sql`true`);

const columns = sql`asked.parent, association.id, coalesce(association.name_vi, association.name_en) as name`;

export const all: List<StandingFilter> = {
  name: "associations",
  order: byName,
  rows: filter => sql`select ${columns} from asked cross join friendship_association association where ${matching(filter)} and ${real(filter)}`,
};

export const ofUnion: List<StandingFilter> = {
  name: "associations of a union",
  order: byName,
  rows: filter => sql`select ${columns} from asked join friendship_association association on association.union_id = asked.parent where ${matching(filter)}`,
};

export const ofCountry: List<StandingFilter> = {
  name: "associations of a country",
  order: byName,
  rows: filter => sql`
    select ${columns} from asked
    cross join lateral (${associationsFor(sql`asked.parent`, filter.asOf)}) of
    join friendship_association association on association.id = of.association_id
    where ${matching(filter)} and ${real(filter)}`,
};
