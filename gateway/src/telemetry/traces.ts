import { libraryLog, notesOf, type HttpHandler, type Log } from "@huu-nghi/service-kit";
import { context, defaultTextMapGetter, diag, DiagLogLevel, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type Span, type Tracer } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from "@opentelemetry/sdk-trace";
import type { RequestTrace } from "../gateway-context";
import type { LinkObserver, LinkTrace } from "../subgraph/link-observer";
import type { SubgraphRequest } from "../subgraph/subgraph-request";
import type { TraceSettings } from "./telemetry-config";

const propagator = new W3CTraceContextPropagator();
const headerSetter = { set: (headers: string[], name: string, value: string) => void headers.push(name, value) };

class FollowedRequest implements RequestTrace {
  constructor(
    private readonly tracer: Tracer,
    private readonly around: Context,
  ) {}

  span = <Result>(name: string, work: () => Result): Result => {
    const span = this.tracer.startSpan(name, {}, this.around);
    try {
      return work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  };

  within = <Result>(work: () => Result): Result => context.with(this.around, work);
}

/**
 * Spans of requests, sent in batches by the OpenTelemetry SDK. They tell kinds, names of divisions, codes and times; no
 * document, variable or viewer, and no error's text. The gateway library's own spans, of which the stock executor has some,
 * join them.
 */
export const startTraces = ({ url, serviceName, share }: TraceSettings, log: Log) => {
  const tell = libraryLog(log);
  diag.setLogger({ ...tell, verbose: tell.debug }, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": serviceName }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  const isGlobal = trace.setGlobalTracerProvider(provider) && context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const tracer = provider.getTracer("huu-nghi/gateway");

  const follow: HttpHandler = (request, response, next) => {
    const parent = propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter);
    const span = tracer.startSpan("request", { kind: SpanKind.SERVER, attributes: { "http.request.method": request.method, "gateway.request_id": String(response.locals["requestId"]) } }, parent);
    response.locals["trace"] = new FollowedRequest(tracer, trace.setSpan(parent, span));
    response.once("close", () => {
      const { operation, type, errors } = notesOf(response);
      if (type !== undefined) span.updateName(type).setAttribute("graphql.operation.type", type);
      if (operation !== undefined && operation !== type) span.setAttribute("graphql.operation.name", operation);
      if (!response.writableFinished) span.setAttribute("gateway.abandoned", true);
      if (errors.length > 0) span.setAttribute("gateway.error_codes", errors);
      if (errors.length > 0 || response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute("http.response.status_code", response.statusCode).end();
    });
    next();
  };

  const onAsk = (division: string, { kind, entities }: SubgraphRequest): LinkTrace | undefined => {
    // What the gateway asks for itself belongs to no client's trace.
    if (!trace.getActiveSpan()) return undefined;
    const attributes = { "gateway.division": division, "graphql.operation.type": kind, ...(entities !== undefined && { "gateway.entities": entities }) };
    const span = tracer.startSpan(`ask ${division}`, { kind: SpanKind.CLIENT, attributes });
    const headers: string[] = [];
    propagator.inject(trace.setSpan(context.active(), span), headers, headerSetter);
    return { headers, shared: () => void span.setAttribute("gateway.shared", true), ended: outcome => endWith(span, outcome) };
  };
  const links: LinkObserver = { onAsk };

  return {
    follow,
    links,
    ownHeaders: propagator.fields(),
    traceOf: (locals: Record<string, unknown>) => locals["trace"] as RequestTrace | undefined,
    close: async () => {
      await provider.shutdown().catch(() => undefined);
      diag.disable();
      if (!isGlobal) return;
      trace.disable();
      context.disable();
    },
  };
};

const endWith = (span: Span, outcome: string) => {
  if (outcome !== "ok") span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute("gateway.outcome", outcome).end();
};
