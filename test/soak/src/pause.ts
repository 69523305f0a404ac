import { setTimeout as sleep } from "node:timers/promises";

/** Waits for so long, or until all is over. */
export const pause = (ms: number, over: AbortSignal): Promise<void> => sleep(ms, undefined, { signal: over }).catch(() => undefined);
