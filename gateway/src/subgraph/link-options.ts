import type { KeyRing } from "@huu-nghi/identity";
import type { Log } from "@huu-nghi/service-kit";
import type { LinkHooks } from "./link-hooks";
import type { LinkObserver } from "./link-observer";

/** What every link of a gateway keeps to. */
export interface LinkLimits {
  /** For a whole answer, connecting and one more try included. */
  timeoutMs: number;
  maxBytes: number;
  /** How many requests to one subgraph may be on the wire at once; each has a connection. */
  connections: number;
  /** How many more may wait for a place. */
  queue: number;
  /** So many failures in a row, and the subgraph is left alone for a while. */
  breakerFailures: number;
  breakerOpenMs: number;
  /** Whether equal queries of one viewer that are under way at the same time go as one. */
  shareInFlight: boolean;
}

export const defaultLimits: LinkLimits = {
  timeoutMs: 2000,
  maxBytes: 10_000_000,
  connections: 128,
  queue: 1024,
  breakerFailures: 5,
  breakerOpenMs: 1000,
  shareInFlight: true,
};

export interface SubgraphLinkOptions extends LinkLimits, LinkHooks {
  /** The subgraph's name in the supergraph; the only thing of it that a client may learn. */
  division: string;
  url: string;
  log: Log;
  /** Without them requests are not signed. */
  keys?: KeyRing | undefined;
  observer?: LinkObserver | undefined;
}
