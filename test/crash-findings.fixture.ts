import { openDatabase, verifyHistory } from "@huu-nghi/subgraph-kit";
import type { FallingSystem } from "./crash-divisions.fixture";
import type { FallingPostgres } from "./crash-postgres.fixture";
import type { Write } from "./crash-writers.fixture";

/** What became of changes. All but the first two are lists of keys. */
export interface Findings {
  acknowledged: number;
  unacknowledged: number;
  /** Acknowledged, and not there exactly once with all of its rows. */
  lost: string[];
  /** Not acknowledged, and done nevertheless. */
  done: string[];
  /** Some of its rows are there, or one is there twice. */
  half: string[];
  /** Written by nobody. */
  strange: string[];
  /** What the check of the whole history says. */
  faults: string[];
}

const parts = ["answer", "figure", "history of the figure", "history of the source", "key", "source"];

const partsOfAll = `
  select name, array_agg(part order by part) as parts from (
    select key as name, 'key' as part from idempotency_key
    union all select key, 'answer' from idempotency_key where result is not null
    union all select as_printed, 'figure' from reported_figure
    union all select title, 'source' from source
    union all select after ->> 'as_printed', 'history of the figure' from history where row_type = 'reported_figure'
    union all select after ->> 'title', 'history of the source' from history where row_type = 'source'
  ) part where name like $1 group by name`;

/** Reads what the databases hold of these changes. */
export const findingsOf = async (postgres: FallingPostgres, { divisions }: FallingSystem, name: string, writes: Write[]): Promise<Findings> => {
  const found = new Map<string, string[]>();
  const faults: string[] = [];
  for (const { division } of divisions) {
    const { ownerUrl, writerUrl, readerUrl } = postgres.urls[division.name]!;
    const database = await openDatabase(division, { owner: ownerUrl, writer: writerUrl, reader: readerUrl });
    try {
      const rows = await database.reader.query<{ name: string; parts: string[] }[]>(partsOfAll, [`${name}-%`]);
      for (const row of rows) found.set(row.name, [...(found.get(row.name) ?? []), ...row.parts]);
      faults.push(...(await verifyHistory(database.reader)).faults.map(fault => `${division.name}: ${fault}`));
    } finally {
      await database.close();
    }
  }
  const isWhole = ({ key }: Pick<Write, "key">) => JSON.stringify(found.get(key)) === JSON.stringify(parts);
  const keysOf = (list: Write[]) => list.map(({ key }) => key);
  const acknowledged = writes.filter(write => write.acknowledged !== undefined);
  const unacknowledged = writes.filter(write => write.acknowledged === undefined);
  const sent = new Set(keysOf(writes));
  return {
    acknowledged: acknowledged.length,
    unacknowledged: unacknowledged.length,
    lost: keysOf(acknowledged.filter(write => !isWhole(write))),
    done: keysOf(unacknowledged.filter(isWhole)),
    half: [...found.keys()].filter(key => !isWhole({ key })),
    strange: [...found.keys()].filter(key => !sent.has(key)),
    faults,
  };
};
