import type { Viewer } from "@huu-nghi/identity";
import type { RequestContext } from "@huu-nghi/service-kit";

/** What the gateway knows of a request: also who asks. */
export interface GatewayContext extends RequestContext {
  viewer: Viewer;
  /** Those of the client's headers that go on to subgraphs, as names and values in turn; none unless the operator names some. */
  forwarded?: readonly string[];
  /** Where requests are traced, and this one is a client's. */
  trace?: RequestTrace | undefined;
}

/** The span of a client's request. */
export interface RequestTrace {
  /** Does a piece of work as a span below that of the request. */
  span: <Result>(name: string, work: () => Result) => Result;
  /** Does it so that spans which begin meanwhile are below that of the request. */
  within: <Result>(work: () => Result) => Result;
}
