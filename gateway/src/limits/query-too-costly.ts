import { EarlyRefusal } from "./early-refusal";

export interface ExceededLimit {
  name: string;
  allowed: number;
  asked: number;
}

/** An operation asks for more than this gateway gives at once; says of what, how much, and how much there may be. */
export class QueryTooCostly extends EarlyRefusal {
  constructor(limit: ExceededLimit, message: string, more: Record<string, unknown> = {}) {
    super("QUERY_TOO_COSTLY", message, { limit, ...more, http: { status: 400 } });
  }
}
