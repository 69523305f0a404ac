import type { HttpHandler, Log } from "@huu-nghi/service-kit";
import type { Express } from "express";
import type { RequestTrace } from "../gateway-context";
import type { LinkObserver } from "../subgraph/link-observer";
import type { SupergraphObserver } from "../supergraph/supergraph-observer";
import { Metrics, type Measured } from "./metrics";
import { metricsPage } from "./metrics-page";
import type { MetricsSettings, TraceSettings } from "./telemetry-config";
import type * as Traces from "./traces";

/** What sees the gateway's work, as the gateway is to tell it. */
export interface Telemetry {
  requests: HttpHandler[];
  links: LinkObserver[];
  supergraphs: SupergraphObserver | undefined;
  pages: (app: Express) => void;
  traceOf: (locals: Record<string, unknown>) => RequestTrace | undefined;
  /** Names of headers that it sets itself on requests to subgraphs. */
  ownHeaders: readonly string[];
  close: () => Promise<void>;
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- A dozen packages that nobody needs who does not trace.
const loadTraces = () => require("./traces") as typeof Traces;

/** Metrics and traces as far as they are wanted. What is not costs nothing: the tracing libraries are not even loaded. */
export const startTelemetry = ({ metrics: metricsSettings, traces: traceSettings }: { metrics?: MetricsSettings | undefined; traces?: TraceSettings | undefined }, measured: Measured & { log: Log }): Telemetry => {
  const metrics = metricsSettings && new Metrics(measured);
  const traces = traceSettings && loadTraces().startTraces(traceSettings, measured.log);
  return {
    requests: [...(metrics ? [metrics.count] : []), ...(traces ? [traces.follow] : [])],
    links: [...(metrics ? [metrics.links] : []), ...(traces ? [traces.links] : [])],
    supergraphs: metrics?.supergraphs,
    pages: app => metrics && metricsPage(app, metrics, metricsSettings?.token),
    traceOf: locals => traces?.traceOf(locals),
    ownHeaders: traces ? traces.ownHeaders : [],
    close: async () => {
      metrics?.close();
      await traces?.close();
    },
  };
};
