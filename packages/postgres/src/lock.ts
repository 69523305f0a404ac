import { renameSync, rmSync } from "node:fs";
import { identityOf, pause } from "./processes";
import { createPrivateFile, isErrorCode, readIfThere, writePrivateFile } from "./private-file";

/** Who runs the server of a data folder. */
export interface Holder {
  pid: number;
  identity: string;
  startedBy: string;
}

/** A data folder's lock: held by the process that started its server, and void once that has ended. */
export class Lock {
  constructor(private readonly file: string) {}

  /** Undefined when we hold it now; else who does. */
  async take(startedBy: string): Promise<Holder | undefined> {
    const mine: Holder = { pid: process.pid, identity: identityOf(process.pid) ?? "", startedBy };
    const text = JSON.stringify(mine);
    for (let attempt = 0; attempt < 20; attempt++) {
      if (createPrivateFile(this.file, text)) return undefined;
      const holder = this.holder();
      if (holder) return holder;
      this.clearVoid();
      await pause(Math.random() * 20);
    }
    throw new Error(`${this.file} cannot be taken. Delete it when nothing runs on this data folder.`);
  }

  /** The process that holds the lock, if it still runs. */
  holder(): Holder | undefined {
    return living(readIfThere(this.file));
  }

  release(): void {
    if (this.holder()?.pid === process.pid) rmSync(this.file, { force: true });
  }

  /** Takes the dead process's lock away; another may do so at the same time and have taken it already. */
  private clearVoid(): void {
    const aside = `${this.file}.void-${process.pid}`;
    try {
      renameSync(this.file, aside);
    } catch (error) {
      if (isErrorCode(error, "ENOENT")) return;
      throw error;
    }
    const text = readIfThere(aside);
    if (text && living(text)) writePrivateFile(this.file, text); // it was a living one's: give it back
    rmSync(aside, { force: true });
  }
}

function living(text: string | undefined): Holder | undefined {
  if (!text) return undefined;
  try {
    const holder = JSON.parse(text) as Holder;
    return identityOf(holder.pid) === holder.identity ? holder : undefined;
  } catch {
    return undefined;
  }
}
