import { randomBytes, randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";

const diskFull = "53100";
// More than the pages in use have room for, of what cannot be compressed.
const trialBytes = 65_536;

/** Whether the database has room for changes: what the last of them met stands until a trial gets through. */
export class RoomForChanges {
  #isFull = false;

  readonly noteFault = (error: unknown) => {
    if ((error as { code?: string }).code === diskFull) this.#isFull = true;
  };

  /** Rejects while there is none, or no connection to make a change on. */
  check = async (writer: DataSource): Promise<void> => {
    if (!this.#isFull) return void (await writer.query("select 1"));
    const undo = new Error("a trial is undone");
    const trial = writer.transaction(async tx => {
      await tx.query("insert into idempotency_key (actor, key, action, payload) values ('', $1, '', $2)", [randomUUID(), randomBytes(trialBytes)]);
      throw undo;
    });
    await trial.catch((error: unknown) => {
      if (error !== undo) throw error;
    });
    this.#isFull = false;
  };
}
