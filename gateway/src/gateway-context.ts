import type { Viewer } from "@huu-nghi/identity";
import type { RequestContext } from "@huu-nghi/service-kit";

/** What the gateway knows of a request: also who asks. */
export interface GatewayContext extends RequestContext {
  viewer: Viewer;
}
