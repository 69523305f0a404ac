import type { BaseContext } from "@apollo/server";
import type { Departure } from "./departure";
import type { Log } from "./log";
import type { RequestNotes } from "./request-line";

/** What a request's handling may know about it. */
export interface RequestContext extends BaseContext {
  requestId: string;
  log: Log;
  /** For the request's line in the log; absent where it did not come over HTTP. */
  notes?: RequestNotes;
  /** Whether the client is still there; absent where none is. */
  departure?: Departure;
}
