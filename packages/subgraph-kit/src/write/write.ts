import { setTimeout as wait } from "node:timers/promises";
import type { DataSource, EntityManager } from "typeorm";
import { limits } from "../database/limits";
import { claimKey, keepResult } from "./idempotency";
import { codeOf, obstacleOf, overloaded } from "./sql-faults";

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
const worthAnotherTry = new Set(["40001", "40P01", "55P03"]);

/** A row as it was kept in JSON, which has texts for instants. */
const asRow = <Row extends object>(tx: EntityManager, table: Table<Row>, kept: unknown): Row => {
  const row = tx.create(table, kept as never) as Row;
  for (const column of tx.connection.getMetadata(table).columns) {
    const value = column.getEntityValue(row) as unknown;
    if (column.type === "timestamptz" && typeof value === "string") column.setEntityValue(row, new Date(value));
  }
  return row;
};

interface Attempt<Row> {
  author: Author;
  change: Change;
  table: Table<Row>;
  work: (tx: EntityManager) => Promise<Row>;
  /** How long it waits for each thing that others hold. */
  lockMs: number;
}

/** What a change made, now or when it was asked for first. */
interface Answer<Row> {
  row: Row;
  repeated: boolean;
}

const attempt = <Row extends object>(manager: EntityManager, { author, change, table, work, lockMs }: Attempt<Row>): Promise<Answer<Row>> =>
  manager.transaction(async tx => {
    await tx.query(
      `select set_config('huu_nghi.actor', $1, true), set_config('huu_nghi.action', $2, true), set_config('huu_nghi.request_id', $3, true),
         set_config('huu_nghi.reason', $4, true), set_config('lock_timeout', $5, true)`,
      [author.actor, change.action, author.requestId, change.reason ?? "", `${Math.ceil(lockMs)}ms`],
    );
    const claim = { actor: author.actor, ...change };
    const earlier = await claimKey(tx, claim);
    if (earlier) return { row: asRow(tx, table, earlier.result), repeated: true };
    const changed = await work(tx);
    await keepResult(tx, claim, changed);
    // History is written now, and the chain's head put behind it, so that a fault in it undoes the change.
    await tx.query("set constraints all immediate; select seal_history()");
    return { row: changed, repeated: false };
  });

/**
 * The one door for changes: the key against repetition, the change, its history and the answer are one transaction, and
 * what is answered has been committed. What met another change on its way is tried again, three times in all.
 */
export const write = async <Row extends object>(source: DataSource, author: Author, change: Change, table: Table<Row>, work: (tx: EntityManager) => Promise<Row>): Promise<Answer<Row>> => {
  const deadline = Date.now() + limits.changeMs;
  // One connection for all tries: a later one does not wait for it again.
  const connection = source.createQueryRunner();
  try {
    for (let tries = 1, lockMs = limits.lockMs; ; tries += 1) {
      try {
        return await attempt(connection.manager, { author, change, table, work, lockMs });
      } catch (error) {
        if (!worthAnotherTry.has(codeOf(error) ?? "")) throw error;
        const pauseMs = 20 * tries + Math.random() * 40;
        lockMs = Math.min(limits.lockMs, deadline - Date.now() - pauseMs);
        if (tries === mostTries || lockMs <= 0) throw overloaded(obstacleOf(error)!);
        await wait(pauseMs);
      }
    }
  } finally {
    await connection.release();
  }
};
