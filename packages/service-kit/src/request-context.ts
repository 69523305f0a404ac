import type { BaseContext } from "@apollo/server";
import type { Log } from "./log";

/** What a request's handling may know about it. */
export interface RequestContext extends BaseContext {
  requestId: string;
  log: Log;
}
