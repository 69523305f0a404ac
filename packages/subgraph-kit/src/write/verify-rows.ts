import type { DataSource } from "typeorm";
import { isDemoRow } from "./history-chain";
import { keptTables, keyOf, type KeptTable } from "./history-triggers";

const mostShown = 20;

const differ = (was: string, isNow: string) => `(
  (${was} is null) <> (${isNow} is null)
  or exists (select from jsonb_each(${was}) was join jsonb_each(${isNow}) is_now using (key) where was.value <> is_now.value))`;

/*
 * Rows against the last image of each, and each image against the one before it: whoever switched a trigger off for a
 * while left no entry, but another row, or one that the next entry did not find as it was left. A row that an entry gave
 * another key ended as the one and began as the other. Of what was erased nothing can be said but that it was.
 */
const changedPast = ({ name, sql, rowKey, recordKey }: KeptTable) => `
  with entry as (
    select number, record_id, before, after, case when before is not null then ${keyOf("before", rowKey)} end as key_before, case when after is not null then ${keyOf("after", rowKey)} end as key_after
    from history where row_type = '${name}' and num_nonnulls(before, after) > 0
  ), step as (
    select number, record_id, key_before as key, before, null::jsonb as after from entry where key_before is not null and key_before is distinct from key_after
    union all select number, record_id, key_after, case when key_before = key_after then before end, after from entry where key_after is not null
  ), linked as (
    select *, lag(after) over told as left_as, lag(number) over told as told_by, row_number() over (partition by key order by number desc) as from_last
    from step window told as (partition by key order by number)
  ), present as (
    select image, ${keyOf("image", rowKey)} as key, ${keyOf("image", recordKey)} as record_id from (select to_jsonb(held) as image from ${sql} held) images
  ), found as (
    select key, record_id, coalesce(left_as, before) as image, coalesce(told_by, 0) as since, number as until from linked where ${differ("left_as", "before")}
    union all
    select key, coalesce(present.record_id, last.record_id), coalesce(present.image, last.after), coalesce(last.number, 0), null
    from (select * from linked where from_last = 1) last full join present using (key) where ${differ("last.after", "present.image")}
  )
  select key from found where not ${isDemoRow("image", "key")} and not exists (
    select from history gone where row_type = '${name}' and gone.record_id = found.record_id and erased and number > since and (until is null or number < until))
  group by key order by key limit ${mostShown}`;

/** That every row is as its history left it, and every entry found it so. */
export const checkRows = async (source: DataSource): Promise<string[]> => {
  const faults: string[] = [];
  for (const table of await keptTables(source)) {
    const rows = await source.query<{ key: string }[]>(changedPast(table));
    if (rows.length > 0) faults.push(`the table ${table.name} was changed past its history: ${rows.map(({ key }) => key).join(", ")}`);
  }
  return faults;
};
