import { ConfigFault } from "./config";

/** Reads one part of a configuration after the other, so that the faults of all are told at once. */
export class FaultList {
  readonly #faults: string[] = [];

  add(fault: string) {
    this.#faults.push(fault);
  }

  attempt<Value>(read: () => Value): Value | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigFault)) throw error;
      this.#faults.push(...error.faults);
      return undefined;
    }
  }

  /** Throws them, if there are any. */
  tell() {
    if (this.#faults.length > 0) throw new ConfigFault(this.#faults);
  }
}
