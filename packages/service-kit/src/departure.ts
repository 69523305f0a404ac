import type { ServerResponse } from "node:http";

/**
 * Whether a client still waits for its answer. Every request to a subgraph listens to it, so it is lighter than an
 * AbortSignal.
 */
export class Departure {
  #listeners: Set<() => void> | undefined;
  #hasLeft = false;

  get hasLeft() {
    return this.#hasLeft;
  }

  add(listener: () => void) {
    (this.#listeners ??= new Set()).add(listener);
  }

  delete(listener: () => void) {
    this.#listeners?.delete(listener);
  }

  /** The client is gone; told once. */
  leave() {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    const listeners = this.#listeners;
    this.#listeners = undefined;
    listeners?.forEach(listener => listener());
  }
}

/** Of the client that waits for this response. */
export const departureOf = (response: ServerResponse): Departure => {
  const departure = new Departure();
  // Who was to be admitted first, or to wait for another's answer, may be gone by now.
  if (response.closed) departure.leave();
  response.once("close", () => {
    if (!response.writableFinished) departure.leave();
  });
  return departure;
};
