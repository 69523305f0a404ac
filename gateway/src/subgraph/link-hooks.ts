import type { IncomingHttpHeaders } from "node:http";
import type { GatewayContext } from "../gateway-context";
import type { SubgraphAnswer, SubgraphRequest } from "./subgraph-request";

export interface OutgoingRequest {
  division: string;
  request: SubgraphRequest;
  /** What is set here goes to the subgraph, unless it is a header of the gateway's own. */
  headers: Record<string, string>;
  context: GatewayContext | null;
}

export interface IncomingAnswer {
  division: string;
  status: number;
  headers: IncomingHttpHeaders;
  /** May be altered. */
  answer: SubgraphAnswer;
  context: GatewayContext | null;
}

/** Called around each request to a subgraph, also around one that shares another's answer. */
export interface LinkHooks {
  willSendRequest?: (outgoing: OutgoingRequest) => void | Promise<void>;
  didReceiveResponse?: (incoming: IncomingAnswer) => void | Promise<void>;
}
