import tag, { join, raw, type Sql } from "sql-template-tag";

export { empty, join, raw, type Sql } from "sql-template-tag";

/** A statement with its values kept apart from its text. The library's own types leave out arrays, which pg takes. */
export const sql = tag as unknown as (strings: TemplateStringsArray, ...values: unknown[]) => Sql;

const beginning = (since: Sql, until: Sql): Sql => sql`least(partial_end(${since}), partial_end(${until}))`;

/** Whether what lasts from `since` to `until` (columns with partial dates) had begun by a day: when the whole span of `since` is over, at the latest on the day when it ended. */
export const hasBegunBy = (since: string, until: string, day: Sql): Sql => sql`${beginning(raw(since), raw(until))} <= ${day}`;

/** Whether it stands on a day: it has begun and has not ended before; `until` is null while it lasts. */
export const standsOn = (since: string, until: string, day: Sql): Sql => sql`${hasBegunBy(since, until, day)} and (${raw(until)} is null or partial_end(${raw(until)}) >= ${day})`;

interface Lasting {
  since: Sql;
  until: Sql;
}

/** Whether there is a day on which two of them stand. */
export const standTogether = (one: Lasting, other: Lasting): Sql => sql`
  ${beginning(one.since, one.until)} <= coalesce(partial_end(${other.until}), 'infinity') and ${beginning(other.since, other.until)} <= coalesce(partial_end(${one.until}), 'infinity')`;

/** Whether one of the columns contains a text, whatever its accents and case. No text, or a blank one, is no condition. */
export const contains = (columns: string[], text: string | null | undefined): Sql => {
  if (text == null || text.trim() === "") return sql`true`;
  const wanted = sql`fold_text(${text})`;
  return sql`${wanted} <> '' and (${join(columns.map(column => sql`fold_text(${raw(column)}) like '%' || ${wanted} || '%'`), " or ")})`;
};
