import type { Viewer } from "@huu-nghi/identity";
import type { RequestContext } from "@huu-nghi/service-kit";

/** What the gateway knows of a request: also who asks. */
export interface GatewayContext extends RequestContext {
  viewer: Viewer;
  /** Those of the client's headers that go on to subgraphs, as names and values in turn; none unless the operator names some. */
  forwarded?: readonly string[];
}
