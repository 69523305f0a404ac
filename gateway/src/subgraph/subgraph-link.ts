import { randomUUID } from "node:crypto";
import { sign, visitor, type KeyRing } from "@huu-nghi/identity";
import type { Log } from "@huu-nghi/service-kit";
import { networkFault } from "./network-fault";
import { answerIn, NoAnswer, NotRecognized } from "./subgraph-answer";
import type { SubgraphAnswer, SubgraphConnection, SubgraphRequest } from "./subgraph-request";
import { SubgraphUnavailable } from "./subgraph-unavailable";

export interface SubgraphLinkOptions {
  /** The subgraph's name in the supergraph; the only thing of it that a client may learn. */
  division: string;
  url: string;
  timeoutMs: number;
  log: Log;
  /** Without them requests are not signed. */
  keys?: KeyRing | undefined;
}

/**
 * The connection to one subgraph. Over it go the query, who asks, and the gateway's signature of both; no header of a
 * client does. Whatever comes back that is not a GraphQL answer is the same to a client: the division's part is missing.
 */
export class SubgraphLink implements SubgraphConnection {
  constructor(private readonly options: SubgraphLinkOptions) {}

  async ask(request: SubgraphRequest): Promise<SubgraphAnswer> {
    try {
      return await this.send(request);
    } catch (error) {
      this.tell(error, request);
      throw new SubgraphUnavailable(this.options.division);
    }
  }

  private async send(request: SubgraphRequest) {
    const { url, timeoutMs, division } = this.options;
    const { body } = request;
    const headers = { "content-type": "application/json", ...this.credentials(request) };
    const response = await fetch(url, { method: "POST", headers, body, redirect: "error", signal: AbortSignal.timeout(timeoutMs) });
    return answerIn(division, response.status, await response.text(), request);
  }

  private credentials({ context, body }: SubgraphRequest): Record<string, string> {
    const { requestId, viewer } = context ?? { requestId: randomUUID(), viewer: visitor };
    const { keys, url } = this.options;
    if (!keys) return { "x-request-id": requestId };
    const { pathname, search } = new URL(url);
    return sign({ method: "POST", path: pathname + search, requestId, body, viewer }, keys.signing());
  }

  private tell(error: unknown, { context }: SubgraphRequest) {
    const { division, log } = this.options;
    const facts = { division, requestId: context?.requestId, reason: error instanceof NoAnswer ? error.message : networkFault(error) };
    if (error instanceof NotRecognized) log.error(facts, "a division does not know this gateway: none of its data are shown until that is mended");
    else log.warn(facts, "a division does not answer");
  }
}
