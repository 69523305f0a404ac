import type { DataSource } from "typeorm";
import { demoKey, beginning, digestOf, hashOf } from "./history-chain";
import { logTables } from "./domain";

/** What is wrong with a division's history; nothing, when it is whole. */
export interface HistoryReport {
  entries: number;
  /** Entries whose payload was erased on purpose; the chain holds without it. */
  erased: number;
  /** Of the newest entry. Kept elsewhere, it shows later that no older entry was written anew. */
  head: string | null;
  faults: string[];
}

const mostShown = 20;
const batchSize = 5000;

interface Link {
  number: string;
  record: string;
  follows: boolean;
  sealed: boolean;
  true_payload: boolean;
  erased: boolean;
  hash: string;
}

// lag() looks at the entry before it in the same batch, of which the first is the last of the batch before.
const linksAfter = `
  select number, record_type || ' ' || record_id as record, erased, encode(hash, 'hex') as hash,
    number = coalesce(lag(number) over (order by number), 0) + 1 and previous = coalesce(lag(hash) over (order by number), '${beginning}') as follows,
    hash = ${hashOf} as sealed,
    case when erased then salt is null and before is null and after is null else digest = ${digestOf} end as true_payload
  from (select * from history where number >= $1 order by number limit ${batchSize}) entry order by number`;

const faultOf = ({ number, record, follows, sealed, true_payload }: Link, before: bigint): string | undefined => {
  if (BigInt(number) > before + 1n) return `entries ${before + 1n} to ${BigInt(number) - 1n} are missing`;
  if (!sealed) return `entry ${number} (${record}) was altered`;
  if (!true_payload) return `entry ${number} (${record}): what it says was altered`;
  return follows ? undefined : `entry ${number} (${record}) does not follow the one before it: it was put in, or that one was`;
};

const checkChain = async (source: DataSource, onProgress: (entries: number) => void): Promise<HistoryReport> => {
  const report: HistoryReport = { entries: 0, erased: 0, head: null, faults: [] };
  let last = 0n;
  for (;;) {
    const links = await source.query<Link[]>(linksAfter, [String(last)]);
    const fresh = links.filter(({ number }) => BigInt(number) > last);
    for (const link of fresh) {
      const fault = faultOf(link, last);
      if (fault) report.faults.push(fault);
      last = BigInt(link.number);
      report.head = link.hash;
      report.erased += link.erased ? 1 : 0;
    }
    report.entries += fresh.length;
    onProgress(report.entries);
    if (fresh.length === 0) return report;
  }
};

const checkHead = async (source: DataSource): Promise<string[]> => {
  const [head] = await source.query<{ number: string; newest: string; known: boolean | null }[]>(
    `select head.number, (select coalesce(max(number), 0) from history) as newest, (select entry.hash = head.hash from history entry where entry.number = head.number) as known from history_head head`,
  );
  if (!head) return ["the mark of the newest entry is gone"];
  if (BigInt(head.number) > BigInt(head.newest)) return [`the newest entries are missing, from ${BigInt(head.newest) + 1n} to ${head.number} at least`];
  return head.number === "0" || head.known ? [] : [`entry ${head.number} is not the one that was written`];
};

const checkTriggers = async (source: DataSource): Promise<string[]> => {
  const open = await source.query<{ name: string }[]>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all ($1)
       and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = relname || '_history' and tgenabled in ('O', 'A')) order by 1`,
    [logTables],
  );
  return open.map(({ name }) => `no history is kept of the table ${name}: its trigger is gone or switched off`);
};

// Rows against the last image of each: whoever switched a trigger off for a while left no entry, but another row.
const unlike = (table: string, key: string) => `
  with last as (
    select distinct on (key) key, after from (select number, after, (select string_agg(coalesce(coalesce(after, before) ->> name, ''), ' ' order by place)
      from unnest(array[${key}]) with ordinality as given (name, place)) as key from history where row_type = '${table}') entry order by key, number desc
  ), present as (
    select to_jsonb(row) as image, (select string_agg(coalesce(to_jsonb(row) ->> name, ''), ' ' order by place) from unnest(array[${key}]) with ordinality as given (name, place)) as key
    from "${table}" row
  )
  select coalesce(last.key, present.key) as key from last full join present using (key)
  where coalesce(last.key, present.key) !~ '${demoKey}' and (
    (present.key is null and last.after is not null) or (present.key is not null and last.after is null)
    or exists (select from jsonb_each(last.after) was join jsonb_each(present.image) is_now using (key) where was.value <> is_now.value))
  order by 1 limit ${mostShown}`;

const checkRows = async (source: DataSource): Promise<string[]> => {
  const tables = source.entityMetadatas.filter(({ tableName }) => !logTables.includes(tableName));
  const faults: string[] = [];
  for (const { tableName, primaryColumns } of tables) {
    const rows = await source.query<{ key: string }[]>(unlike(tableName, primaryColumns.map(({ databaseName }) => `'${databaseName}'`).join(", ")));
    if (rows.length > 0) faults.push(`the table ${tableName} was changed past its history: ${rows.map(({ key }) => key).join(", ")}`);
  }
  return faults;
};

/** Reads the whole history and compares it with what the tables hold. */
export const verifyHistory = async (source: DataSource, onProgress: (entries: number) => void = () => undefined): Promise<HistoryReport> => {
  const report = await checkChain(source, onProgress);
  const faults = [...report.faults, ...(await checkHead(source)), ...(await checkTriggers(source)), ...(await checkRows(source))];
  const more = faults.length - mostShown;
  return { ...report, faults: more > 0 ? [...faults.slice(0, mostShown), `and ${more} more`] : faults };
};
