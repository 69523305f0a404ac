/** How a request to a subgraph ended; what the metrics count by. */
export type Outcome =
  | "ok"
  /** No whole answer within its time. */
  | "timeout"
  /** Nobody listens at its address. */
  | "refused"
  /** The connection ended before the answer did. */
  | "reset"
  /** Its address cannot be reached, or what speaks there is not HTTP. */
  | "unreachable"
  | "status-5xx"
  | "status-4xx"
  /** It does not take our signature: nothing that the client could mend. */
  | "unauthorized"
  | "not-json"
  /** JSON, but no answer to what was asked. */
  | "no-answer"
  | "too-large"
  /** Not sent, since the last ones failed. */
  | "breaker-open"
  /** Not sent, since too many are under way. */
  | "bulkhead-full"
  /** Not sent or not finished, since nobody waits for it any more. */
  | "aborted";

/** Why there is no answer, in our own words; holds nothing of what came, and no address. */
export class LinkFault extends Error {
  constructor(
    readonly outcome: Exclude<Outcome, "ok">,
    reason: string,
  ) {
    super(reason);
  }
}

const connectionFaults: Record<string, Outcome> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  EPIPE: "reset",
  UND_ERR_SOCKET: "reset",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
};

/** A fault of the connection, by the word that the system has for it; its text may hold addresses. */
export const connectionFault = (error: unknown): LinkFault => {
  if (error instanceof LinkFault) return error;
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  const word = typeof code === "string" ? code : typeof name === "string" ? name : "unknown";
  return new LinkFault((connectionFaults[word] as LinkFault["outcome"] | undefined) ?? "unreachable", word);
};

// These say that a subgraph as a whole is in trouble. An answer that is too large, or refused, says so of one request.
const troubles: readonly Outcome[] = ["timeout", "refused", "reset", "unreachable", "status-5xx", "not-json", "no-answer"];
export const isTrouble = (outcome: Outcome) => troubles.includes(outcome);

/** Worth another try: the connection broke, and not what is at its other end. */
export const isOfConnection = ({ outcome }: LinkFault) => outcome === "refused" || outcome === "reset";
