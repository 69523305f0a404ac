import type { Log } from "@huu-nghi/service-kit";
import type { DataSource } from "typeorm";
import { keptHours } from "./idempotency";

const hourMs = 3_600_000;
const batchSize = 1000;
// More keys than a division uses in an hour; what is left waits for the next.
const mostBatches = 20;

/** Removes keys that are kept no longer, a few at a time; another process that does so too takes others. */
export const pruneKeys = async (writer: DataSource): Promise<number> => {
  let pruned = 0;
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const [, removed] = await writer.query<[unknown, number]>(
      `delete from idempotency_key where (actor, key) in (
         select actor, key from idempotency_key where used_at < now() - make_interval(hours => $1) order by used_at limit ${batchSize} for update skip locked)`,
      [keptHours],
    );
    pruned += removed;
    if (removed < batchSize) break;
  }
  return pruned;
};

/** Prunes now and every hour, beside the requests; what is given ends it. */
export const keepPruning = async (writer: DataSource, log: Log): Promise<() => Promise<void>> => {
  const prune = async () => {
    try {
      const pruned = await pruneKeys(writer);
      if (pruned > 0) log.info({ pruned }, "idempotency keys pruned");
    } catch (error) {
      log.warn({ err: error }, "idempotency keys could not be pruned");
    }
  };
  let running = prune();
  await running;
  const timer = setInterval(() => void (running = prune()), hourMs).unref();
  return () => {
    clearInterval(timer);
    return running;
  };
};
