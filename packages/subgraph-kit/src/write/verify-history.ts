import type { DataSource } from "typeorm";
import { beginning, digestInForm, hashInForm, holdsReason } from "./history-chain";
import { checkGuards } from "./verify-guards";
import { checkRows } from "./verify-rows";

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
    hash = ${hashInForm} as sealed,
    case when erased then salt is null and before is null and after is null and (not ${holdsReason} or reason is null) else digest = ${digestInForm} end as true_payload
  from (select * from history where number >= $1 and number > 0 order by number limit ${batchSize}) entry order by number`;

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

// The chain begins with 1: what has no place in it would be shown all the same.
const checkNumbers = async (source: DataSource): Promise<string[]> => {
  const outside = await source.query<{ number: string; record: string }[]>("select number, record_type || ' ' || record_id as record from history where number < 1 order by number limit 20");
  return outside.map(({ number, record }) => `entry ${number} (${record}) has no place in the chain: it was put in`);
};

// Whoever erases by the program's own way leaves an entry that says so.
const checkErasures = async (source: DataSource): Promise<string[]> => {
  const silent = await source.query<{ number: string; record: string }[]>(
    `select number, record_type || ' ' || record_id as record from history gone where erased and not exists (
       select from history told where told.operation = 'ERASE' and told.record_type = gone.record_type and told.record_id = gone.record_id and told.row_type = gone.row_type and told.number > gone.number)
     order by number limit ${mostShown}`,
  );
  return silent.map(({ number, record }) => `what entry ${number} (${record}) said was erased, and no entry says by whom`);
};

/** Reads the whole history and compares it with what the tables hold. */
export const verifyHistory = async (source: DataSource, onProgress: (entries: number) => void = () => undefined): Promise<HistoryReport> => {
  const report = await checkChain(source, onProgress);
  const faults = [...report.faults, ...(await checkNumbers(source)), ...(await checkHead(source)), ...(await checkErasures(source)), ...(await checkGuards(source)), ...(await checkRows(source))];
  const more = faults.length - mostShown;
  return { ...report, faults: more > 0 ? [...faults.slice(0, mostShown), `and ${more} more`] : faults };
};
