import { setTimeout as wait } from "node:timers/promises";
import { Problem } from "@huu-nghi/service-kit";
import type { DataSource, EntityManager } from "typeorm";
import { claimKey, keepResult } from "./idempotency";

/** A change that somebody asked for. */
export interface Change {
  /** The mutation, such as createEvent: what history calls it. */
  action: string;
  input: { idempotencyKey: string };
  /** Why, where the change has to say it. */
  reason?: string | null | undefined;
}

export interface Author {
  /** The subject of the token. */
  actor: string;
  requestId: string;
}

type Table<Row> = new () => Row;

const mostTries = 3;
// Three tries and what lies between them stay below two seconds.
const waitForLocksMs = 500;
const worthAnotherTry = new Set(["40001", "40P01", "55P03"]);
const sqlStateOf = (error: unknown) => (error as { driverError?: { code?: string } }).driverError?.code ?? (error as { code?: string }).code;

const attempt = async <Row extends object>(source: DataSource, author: Author, change: Change, table: Table<Row>, work: (tx: EntityManager) => Promise<Row>): Promise<Row> =>
  source.transaction(async tx => {
    await tx.query(
      `select set_config('huu_nghi.actor', $1, true), set_config('huu_nghi.action', $2, true), set_config('huu_nghi.request_id', $3, true),
         set_config('huu_nghi.reason', $4, true), set_config('lock_timeout', $5, true)`,
      [author.actor, change.action, author.requestId, change.reason ?? "", `${waitForLocksMs}ms`],
    );
    const claim = { actor: author.actor, ...change };
    const earlier = await claimKey(tx, claim);
    if (earlier) return tx.create(table, earlier.result as never) as Row;
    const changed = await work(tx);
    await keepResult(tx, claim, changed);
    // History is written now, and the chain's head put behind it, so that a fault in it undoes the change.
    await tx.query("set constraints all immediate");
    await tx.query("select seal_history()");
    return changed;
  });

/**
 * The one door for changes: the key against repetition, the change, its history and the answer are one transaction, and
 * what is answered has been committed. What met another change on its way is tried again, three times in all.
 */
export const write = async <Row extends object>(source: DataSource, author: Author, change: Change, table: Table<Row>, work: (tx: EntityManager) => Promise<Row>): Promise<Row> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(source, author, change, table, work);
    } catch (error) {
      if (!worthAnotherTry.has(sqlStateOf(error) ?? "")) throw error;
      if (tries === mostTries) throw new Problem("OVERLOADED", "Others are changing the same records just now. Send the change again, with the same idempotency key.", { retryAfter: 1 });
      await wait(20 * tries + Math.random() * 40);
    }
  }
};
