import tag, { join, raw, type Sql } from "sql-template-tag";

export { empty, join, raw, type Sql } from "sql-template-tag";

/** A statement with its values kept apart from its text. The library's own types leave out arrays, which pg takes. */
export const sql = tag as unknown as (strings: TemplateStringsArray, ...values: unknown[]) => Sql;

/**
 * Whether what lasts from `since` to `until` (columns with partial dates, `until` null while it lasts) stands on a day: it
 * began when the whole span of `since` is over, at the latest on the day when it ended.
 */
export const standsOn = (since: string, until: string, day: Sql): Sql =>
  sql`least(partial_end(${raw(since)}), partial_end(${raw(until)})) <= ${day} and (${raw(until)} is null or partial_end(${raw(until)}) >= ${day})`;

/** Whether one of the columns contains a text, whatever its accents and case. No text, or a blank one, is no condition. */
export const contains = (columns: string[], text: string | null | undefined): Sql => {
  if (text == null || text.trim() === "") return sql`true`;
  const wanted = sql`fold_text(${text})`;
  return sql`${wanted} <> '' and (${join(columns.map(column => sql`fold_text(${raw(column)}) like '%' || ${wanted} || '%'`), " or ")})`;
};
