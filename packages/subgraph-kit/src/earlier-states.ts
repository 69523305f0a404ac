import { BadInput } from "@huu-nghi/service-kit";
import type { EntityManager, FindOptionsWhere, ObjectLiteral } from "typeorm";
import { endOf, startOf, today } from "./dates";
import { raw, sql, type Sql } from "./sql";

/**
 * What of a record changes from a day on. The record itself says what is so now, which is asked for most and needs no date
 * to be compared; a table of its parts says what was so `until` a day, the first one from the record's beginning. Few
 * records ever change so, hence that table is short, and what was before is put in the place of what is by a join.
 */
export interface EarlierStates {
  table: string;
  /** The column that names the record. */
  key: string;
  columns: readonly string[];
}

/** What the records that were otherwise on a day were then: `id` and the columns. */
export const statesOn = ({ table, key, columns }: EarlierStates, day: Sql): Sql => sql`
  select distinct on (${raw(key)}) ${raw(key)} as id, ${raw(columns.join(", "))} from ${raw(table)} where partial_end(until) > ${day} order by ${raw(key)}, partial_end(until)`;

/** A column on a day: that of `was`, which is left-joined from `statesOn`, or that of the record where it was as it is. */
export const columnThen = (record: string, was: string, column: string): Sql => raw(`case when ${was}.id is null then ${record}.${column} else ${was}.${column} end`);

/** What records were at all times: `id` and the columns with `first_day`, null from the beginning, and `last_day`, null for what is. `now` gives the id and the columns of those. */
export const statesOverTime = ({ table, key, columns }: EarlierStates, now: Sql): Sql => sql`
  select now.*, changed.on_day as first_day, null::date as last_day from (${now}) now
  left join (select ${raw(key)} as id, max(partial_end(until)) as on_day from ${raw(table)} group by ${raw(key)}) changed on changed.id = now.id
  union all
  select ${raw(key)}, ${raw(columns.join(", "))}, lag(partial_end(until)) over (partition by ${raw(key)} order by partial_end(until)), partial_end(until) - 1 from ${raw(table)}`;

/** Whether what lasts from `first_day` to `last_day` is so on a day. */
export const isSoOn = (state: string, day: Sql): Sql => sql`coalesce(${raw(state)}.first_day <= ${day}, true) and coalesce(${raw(state)}.last_day >= ${day}, true)`;

/** As much of a record's time (columns with partial dates, `until` null while it lasts) as a state has; `some` where there is any. */
export const partOfTime = (since: string, until: string, state: string) => ({
  since: raw(`case when ${state}.first_day > partial_end(${since}) or ${since} is null then ${state}.first_day::text else ${since} end`),
  until: raw(`case when ${state}.last_day < partial_end(${until}) or ${until} is null then ${state}.last_day::text else ${until} end`),
  some: raw(`coalesce(least(partial_end(${since}), partial_end(${until})) <= ${state}.last_day, true) and coalesce(partial_end(${until}) >= ${state}.first_day, true)`),
});

interface State {
  until: string;
}

export const untilFirst = (a: State, b: State) => endOf(a.until).localeCompare(endOf(b.until)) || a.until.localeCompare(b.until);

/** What was so on a day, of earlier states in their order and what is so now. */
export const stateOn = <Said>(earlier: readonly (State & Said)[], now: Said, day: string): Said => earlier.find(({ until }) => day < endOf(until)) ?? now;

/** All states, the first one first, each with the time in which it was so; it began with the record. */
export const statesOf = <Said extends object>(earlier: readonly (State & Said)[], now: Said, began: string | null): (Said & { since: string | null; until: string | null })[] =>
  [...earlier, { ...now, until: null }].map((state, at) => ({ ...state, since: at === 0 ? began : earlier[at - 1]!.until }));

/** Refuses as the time of a change what is yet to come, and what is not over: what is now would be so at its end only. */
export const refuseUnfinished = (argument: string, date: string | null | undefined): void => {
  if (date != null && endOf(date) > today()) throw new BadInput(argument, `${argument} is ${date}, which is not over. Give the day of the change, or write it down when it has happened.`);
};

/** From when a change holds; today when nobody says. */
export const givenChangedOn = (changedOn: string | null | undefined): string => {
  refuseUnfinished("changedOn", changedOn);
  return changedOn ?? today();
};

interface Life {
  began: string | null;
  ended: string | null;
  /** The mutation that puts right what was before. */
  correct: string;
}

/** Throws where a record changed, for certain, before it began or after it ended, as both are now; `argument` is what says so. */
export const checkStates = (earlier: readonly State[], { began, ended, correct }: Life, argument: string): void => {
  for (const { until } of earlier) {
    const refuse = (why: string) => new BadInput(argument, `It would have changed in ${until}, ${why}. Send another date, or put right what it was before with ${correct}.`);
    if (began !== null && endOf(until) < startOf(began)) throw refuse(`before it began in ${began}`);
    if (ended !== null && startOf(until) > endOf(ended)) throw refuse(`after it ended in ${ended}`);
  }
};

type Table<Row> = new () => Row;

/** Keeps what a record was until a change. Refuses a day that is, for certain, before the record began or after it ended, and one before its last change. */
export const keepEarlierState = async <Row extends ObjectLiteral & State>(
  tx: EntityManager, table: Table<Row>, of: Partial<Row>, was: Partial<Row>, changedOn: string, { began, ended, correct }: Life,
): Promise<void> => {
  const refuse = (why: string) => new BadInput("changedOn", `changedOn is ${changedOn}, and ${why}. Give another day, or put right what was written down with ${correct}.`);
  if (began !== null && endOf(changedOn) < startOf(began)) throw refuse(`it began in ${began}`);
  if (ended !== null && startOf(changedOn) > endOf(ended)) throw refuse(`it ended in ${ended}`);
  const last = (await tx.findBy(table, of as FindOptionsWhere<Row>)).sort(untilFirst).at(-1);
  if (last && endOf(changedOn) < endOf(last.until)) throw refuse(`it changed in ${last.until} already`);
  // What was so for no day was never so.
  if (last && endOf(changedOn) === endOf(last.until)) return;
  await tx.insert(table, { ...of, ...was, until: changedOn } as never);
};
