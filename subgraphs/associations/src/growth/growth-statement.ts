import { empty, sql, type Measure, type Sql } from "@huu-nghi/subgraph-kit";
import { figureOf, GrowthMeasure } from "./growth-measure";

/** Of what a series is asked. */
export type SubjectKind = "union" | "association";

interface Asked {
  of: SubjectKind;
  ids: string[];
  days: string[];
  measure: GrowthMeasure;
}

const ofAssociation = (measure: GrowthMeasure, ids: string[]): Sql =>
  measure === GrowthMeasure.BRANCHES
    ? sql`
      select branch.association_id as parent, branch.id, branch.since, coalesce(branch.until, association.dissolved_on) as until
      from branch join friendship_association association on association.id = branch.association_id where association.id = any(${ids})`
    : sql`
      select membership.association_id as parent, ${measure === GrowthMeasure.PEOPLE ? sql`membership.person_id` : sql`membership.id`} as id,
        membership.since, coalesce(membership.until, association.dissolved_on) as until
      from membership join friendship_association association on association.id = membership.association_id where association.id = any(${ids})`;

const ofUnion = ({ records }: Measure, ids: string[]): Sql =>
  sql`select record.union_id as parent, record.id, record.since, record.until from (${records}) record where record.union_id = any(${ids})`;

const source = (statedAsOf: Sql, locator: Sql) => sql`
  json_build_object('id', source.id, 'title', source.title, 'publisher', source.publisher, 'date', source.date, 'statedAsOf', ${statedAsOf}, 'locator', coalesce(${locator}, source.locator))`;

/** What sources printed, with the time for which each speaks. */
const stated = ({ of, ids, measure }: Asked): Sql =>
  of === "union"
    ? sql`
      select figure.union_id as parent, figure.id, coalesce(figure.stated_as_of, source.stated_as_of, figure.period_to::text) as stated_as_of, figure.value::text as value, figure.unit, figure.qualifier,
        figure.as_printed, coalesce(source.date, '') as published, ${source(sql`coalesce(figure.stated_as_of, source.stated_as_of)`, sql`figure.locator`)} as source
      from reported_figure figure join source on source.id = figure.source_id
      where figure.union_id = any(${ids}) and figure.code = ${figureOf[measure]} and figure.aspect = 'VALUE'`
    : sql`
      select snapshot.association_id as parent, snapshot.id, snapshot.stated_as_of, snapshot.value::text as value, ${measure === GrowthMeasure.PEOPLE ? "people" : "count"}::text as unit, snapshot.qualifier,
        snapshot.as_printed, coalesce(source.date, '') as published, ${source(sql`snapshot.stated_as_of`, sql`snapshot.locator`)} as source
      from association_snapshot snapshot join source on source.id = snapshot.source_id
      where snapshot.association_id = any(${ids}) and snapshot.measure = ${measure}`;

/** The union's word on its records holds for each of its associations. */
const declared = ({ of, ids, measure }: Asked): Sql => sql`
  select asked.id as parent, range_agg(daterange(period.period_from, period.period_to, '[]')) as covered
  from unnest(${ids}::text[]) as asked (id)
  join complete_period period on period.code = ${figureOf[measure]}
    and period.union_id = ${of === "union" ? sql`asked.id` : sql`(select union_id from friendship_association association where association.id = asked.id)`}
  group by asked.id`;

/** When each subject ended: later what a source printed of it holds no more, and a union has no stocks, as in reports. */
const ended = ({ of, ids }: Asked): Sql =>
  of === "union"
    ? sql`select id as parent, partial_end(ended_on) as on_day from friendship_union where id = any(${ids})`
    : sql`select id as parent, partial_end(dissolved_on) as on_day from friendship_association where id = any(${ids})`;

// Who has two memberships one after the other is counted on the days of both, and once on those of two at a time.
const once = sql`
  select parent, lower(span) as began, upper(span) - 1 as ended
  from (select parent, unnest(range_agg(daterange(began, ended, '[]'))) as span from lasting group by parent, id) person`;

const isOver = sql`coalesce(ended.on_day < counted.day, false)`;

/**
 * All points of a series in one statement, for all that are asked together: records are reduced to the days on which they
 * begin and end before any day is looked at.
 */
export const growthStatement = (asked: Asked, figure: Measure): Sql => sql`
  with asked as (select parent, day from unnest(${asked.ids}::text[]) as subject (parent) cross join unnest(${asked.days}::date[]) as point (day)),
  record as (${asked.of === "union" ? ofUnion(figure, asked.ids) : ofAssociation(asked.measure, asked.ids)}),
  lasting as (
    select parent, id, least(partial_end(since), partial_end(until)) as began, partial_end(until) as ended from record where id is not null and num_nonnulls(since, until) > 0
  ),
  span as (select parent, began, ended, count(*)::int as number from (${asked.measure === GrowthMeasure.PEOPLE ? once : sql`select parent, began, ended from lasting`}) span group by parent, began, ended),
  counted as (
    select asked.parent, asked.day, coalesce(sum(span.number) filter (where span.ended is null or span.ended >= asked.day), 0)::int as count, count(span.began) > 0 as begun
    from asked left join span on span.parent = asked.parent and span.began <= asked.day group by asked.parent, asked.day
  ),
  declared as (${declared(asked)}),
  ended as (${ended(asked)}),
  stated as (${stated(asked)})
  select counted.parent, counted.day::text as "on", case when (counted.begun or coalesce(declared.covered @> counted.day, false)) ${asked.of === "union" ? sql`and not ${isOver}` : empty} then counted.count end as recorded,
    coalesce(declared.covered @> counted.day, false) as complete, ${isOver} as over, stated.value, stated.unit, stated.qualifier, stated.as_printed as "asPrinted", stated.source
  from counted left join declared on declared.parent = counted.parent left join ended on ended.parent = counted.parent
  left join lateral (
    select * from stated where stated.parent = counted.parent and partial_end(stated.stated_as_of) <= counted.day
    order by partial_end(stated.stated_as_of) desc, length(stated.stated_as_of) desc, stated.published desc, stated.id limit 1
  ) stated on true
  order by counted.day`;
