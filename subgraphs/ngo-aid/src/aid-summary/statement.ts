import { demoRows, raw, sql, type Sql } from "@huu-nghi/subgraph-kit";
import { AidGrouping, AidMeasure, type Sums } from "./aid-summary";
import { shares } from "./shares";

/** What a summary is asked for. */
export interface AidQuestion {
  /** Null for all unions but the made-up ones. */
  unionId: string | null;
  from: string;
  to: string;
  currency: { code: string; digits: number };
  groupBy: AidGrouping;
  measures: AidMeasure[];
}

/** A row as it was summed up, not yet rounded, or the total. `key` is null for what is not allocated. */
export interface SummedRow extends Sums {
  question: number;
  isTotal: boolean;
  key: string | null;
}

const sumOf = (measure: AidMeasure, value: Sql) => sql`(sum(${value}) filter (where entry.measure = ${measure}))::text`;

const columns = (value: Sql) => sql`
  ${sumOf(AidMeasure.COMMITTED, value)} as committed, ${sumOf(AidMeasure.DISBURSED, value)} as disbursed,
  count(distinct entry.project_id)::int as "projectCount", count(*) filter (where entry.value is null)::int as unconverted`;

/** The rest of 1 that is left by division without end is not one. */
const least = raw("0.000000001");

const rowsBy = (groupBy: AidGrouping): Sql =>
  groupBy === AidGrouping.YEAR
    ? sql`select entry.question, false as "isTotal", extract(year from entry.value_date)::text as key, ${columns(sql`entry.value`)} from entry group by 1, 3`
    : sql`
      select entry.question, false as "isTotal", allocation.key, ${columns(sql`entry.value * allocation.share`)}
      from entry join allocation using (project_id) group by 1, 3`;

const allocation = (groupBy: AidGrouping): Sql =>
  groupBy === AidGrouping.YEAR
    ? sql``
    : sql`, share as (${shares[groupBy]}), allocation as (
        select project_id, key, share from share
        union all
        select project.project_id, null, 1 - coalesce(sum(share.share), 0)
        from (select distinct project_id from entry) project left join share using (project_id)
        group by project.project_id having 1 - coalesce(sum(share.share), 0) > ${least}
      )`;

/** Answers all questions of one grouping: the rows of each, and its total. */
export const summaryStatement = (groupBy: AidGrouping, questions: readonly AidQuestion[]): Sql => sql`
  with asked as (
    select * from unnest(
      ${questions.map(({ unionId }) => unionId)}::text[], ${questions.map(({ from }) => from)}::date[], ${questions.map(({ to }) => to)}::date[],
      ${questions.map(({ currency }) => currency.code)}::text[], ${questions.map(({ currency }) => currency.digits)}::int[],
      ${questions.map(({ measures }) => measures.includes(AidMeasure.COMMITTED))}::boolean[],
      ${questions.map(({ measures }) => measures.includes(AidMeasure.DISBURSED))}::boolean[]
    ) with ordinality as asked (union_id, period_from, period_to, currency, digits, committed, disbursed, question)
  ), books as (
    select asked.*, union_id as in_books_of from asked where union_id is not null
    union all
    select asked.*, real.union_id from asked
    cross join (select distinct union_id from aid_project where not ${raw(demoRows("union_id"))}) real
    where asked.union_id is null
  ), entry as materialized (
    select books.question::int, entry.measure, entry.project_id, entry.value_date, in_currency.value
    from books
    join aid_entry entry on entry.union_id = books.in_books_of and entry.value_date between books.period_from and books.period_to
      and (entry.measure = ${AidMeasure.COMMITTED} and books.committed or entry.measure = ${AidMeasure.DISBURSED} and books.disbursed)
    cross join lateral converted(entry.amount, entry.currency, books.currency, books.digits, entry.value_date, entry.union_id) in_currency
  )${allocation(groupBy)}
  ${rowsBy(groupBy)}
  union all
  select entry.question, true, null, ${columns(sql`entry.value`)} from entry group by 1
  order by 1, 3`;
