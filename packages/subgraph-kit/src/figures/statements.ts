import { today } from "../dates";
import { empty, join, raw, sql, standsOn, type Sql } from "../sql";
import type { Measure } from "./measure";

/** One figure of one period, of one union or of several together. */
export interface Question {
  code: string;
  unionIds: string[];
  from: string;
  to: string;
}

/** The same for the same question. */
export const questionKey = ({ code, unionIds, from, to }: Question) => `${code} ${togetherAs(unionIds)} ${from} ${to}`;

/** Names unions that are asked about together; no id has a blank. */
const togetherAs = (unionIds: readonly string[]) => unionIds.join(" ");

type Asked = Question & { measure: Measure };

/** The questions as a table, a row for each union, so that one statement answers all of them. */
const asked = (questions: readonly Question[]) => {
  const rows = questions.flatMap(({ code, unionIds, from, to }) => unionIds.map(unionId => ({ code, together: togetherAs(unionIds), unionId, from, to })));
  return sql`asked as (
  select * from unnest(
    ${rows.map(({ code }) => code)}::text[], ${rows.map(({ together }) => together)}::text[], ${rows.map(({ unionId }) => unionId)}::text[],
    ${rows.map(({ from }) => from)}::date[], ${rows.map(({ to }) => to)}::date[]
  ) as asked (code, together, union_id, period_from, period_to)
)`;
};

const measuresOf = (questions: readonly Asked[]) => [...new Set(questions.map(({ measure }) => measure))];

// A partial date lies in a period when the whole span that it names does. Of a period that has not begun nobody knows what will stand.
const inPeriod = (measure: Measure) =>
  measure.kind === "flow"
    ? sql`partial_start(record.date) >= asked.period_from and partial_end(record.date) <= asked.period_to`
    : sql`${standsOn("record.since", "record.until", raw("asked.period_to"))} and asked.period_from <= ${today()}::date`;

/** The records that a measure counts for each question, one row each; of unions together, what two of them have is one. */
const counted = (measure: Measure, records: Sql, areTogether: boolean): Sql => {
  const date = measure.kind === "flow" ? raw("record.date") : raw("record.since");
  const columns = sql`asked.code, asked.together, asked.period_from, asked.period_to, record.kind, record.id`;
  const from = sql`from asked join (${records}) record on record.union_id = asked.union_id and ${inPeriod(measure)} where asked.code = ${measure.code}`;
  if (measure.countedOnce) {
    return sql`select ${columns}, min(record.label_vi) as label_vi, min(record.label_en) as label_en, min(${date}::text) as date,
        max(record.value)::numeric as value, case when count(distinct record.qualifier) = 1 then min(record.qualifier) else 'ABOUT' end as qualifier ${from} group by ${columns}`;
  }
  const each = sql`select ${columns}, record.label_vi, record.label_en, ${date}::text as date, record.value::numeric as value, record.qualifier`;
  // One union may have the same more than once, such as two payments alike: only what another union has as well is left out.
  return areTogether
    ? sql`select distinct * from (${each}, row_number() over (partition by ${columns}, record.union_id, ${date}, record.value, record.qualifier) as copy ${from}) of_each`
    : sql`${each} ${from}`;
};

const countedColumns = "code, together, period_from, period_to, kind, id, label_vi, label_en, date, value, qualifier";

const allCounted = (questions: readonly Asked[]) => {
  const areTogether = questions.some(({ unionIds }) => unionIds.length > 1);
  const parts = measuresOf(questions).flatMap(measure => (measure.records ? [sql`select ${raw(countedColumns)} from (${counted(measure, measure.records, areTogether)}) counted`] : []));
  return parts.length ? join(parts.map(part => sql`(${part})`), " union all ") : null;
};

const question = raw(`code, string_to_array(together, ' ') as "unionIds", period_from as "from", period_to as "to"`);

export const recordedStatement = (questions: readonly Asked[]): Sql | null => {
  const counted = allCounted(questions);
  return counted && sql`
    with ${asked(questions)}, counted as (${counted})
    select ${question}, count(*)::int as count, sum(value)::text as value,
      count(*) filter (where value is null)::int as unknown, coalesce(array_agg(distinct qualifier) filter (where value is not null and qualifier <> 'EXACT'), '{}') as qualifiers
    from counted group by code, together, period_from, period_to`;
};

/**
 * A page of the records behind each question, newest first, with the number of all of them on each row. `after` is the
 * sort value and the id of the last one seen.
 */
export const recordsStatement = (questions: readonly Asked[], first: number, after: string[] | null): Sql | null => {
  const counted = allCounted(questions);
  const sortDate = raw("coalesce(partial_start(date), '0001-01-01')");
  const key = raw("kind || ' ' || id");
  const partition = raw("partition by code, together, period_from, period_to");
  const beyond = after ? sql`where ${sortDate} < ${after[0]}::date or (${sortDate} = ${after[0]}::date and (${key}) collate "C" > ${after[1]})` : empty;
  return counted && sql`
    with ${asked(questions)}, counted as (${counted})
    select ${question}, kind, id, label_vi as "labelVi", label_en as "labelEn", date, value::text as value, ${sortDate}::text as "sortDate", total
    from (
      select *, row_number() over (${partition} order by ${sortDate} desc, (${key}) collate "C") as place
      from (select *, count(*) over (${partition})::int as total from counted) counted ${beyond}
    ) placed
    where place <= ${first + 1} order by place`;
};

/** Of one union each, as are the two below. */
export const reportedStatement = (questions: readonly Question[]) => sql`
  select figure.id, figure.union_id as "unionId", figure.code, figure.aspect, figure.period_from as "periodFrom", figure.period_to as "periodTo",
    coalesce(figure.stated_as_of, source.stated_as_of) as "statedAsOf", figure.value::text as value, figure.unit, figure.qualifier,
    figure.as_printed as "asPrinted",
    json_build_object('id', source.id, 'title', source.title, 'publisher', source.publisher, 'date', source.date,
      'statedAsOf', coalesce(figure.stated_as_of, source.stated_as_of), 'locator', coalesce(figure.locator, source.locator)) as source
  from reported_figure figure join source on source.id = figure.source_id
  where (figure.union_id, figure.code) in (
    select * from unnest(${questions.map(({ unionIds }) => unionIds[0])}::text[], ${questions.map(({ code }) => code)}::text[]))`;

/** Declared periods that lie side by side cover together; a stock is complete when its last day is covered. */
export const completeStatement = (questions: readonly (Question & { measure?: Measure })[]) => {
  const stocks = questions.filter(({ measure }) => measure?.kind === "stock").map(({ code }) => code);
  return sql`
    with ${asked(questions)}, declared as (
      select union_id, code, range_agg(daterange(period_from, period_to, '[]')) as covered from complete_period
      where union_id = any(${questions.flatMap(({ unionIds }) => unionIds)}) group by union_id, code
    )
    select ${question} from asked join declared using (union_id, code)
    where covered @> daterange(case when code = any(${stocks}) then period_to else period_from end, period_to, '[]')`;
};

export const targetStatement = (questions: readonly Asked[]): Sql | null => {
  const parts = measuresOf(questions).flatMap(({ code, targets }) =>
    targets ? [sql`(select ${code}::text as code, target.union_id, target.period_from, target.period_to, target.value::text as value, target.unit from (${targets}) target)`] : [],
  );
  return parts.length
    ? sql`
      with ${asked(questions)}, target as (${join(parts, " union all ")})
      select target.code, array[target.union_id] as "unionIds", target.period_from as "from", target.period_to as "to", target.value, target.unit
      from target join asked using (code, union_id, period_from, period_to)`
    : null;
};
