import { newKey } from "@huu-nghi/identity";
import { startGatewayProcess } from "../fixtures/gateway-process.fixture";
import { executors } from "../operation/executor";
import { ask, nobody, services, startAnswering, supergraphAt } from "../fixtures/small-graph.fixture";
import { loadedTracing, startCollector } from "./traces.fixture";

const { keep, gateway, close } = services();
afterAll(close);

const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
const unsampledId = "5bf92f3577b34da6a3ce929d0e0e4736";
const client = (id: string, isSampled: boolean) => ({ traceparent: `00-${id}-00f067aa0ba902b7-0${isSampled ? 1 : 0}` });

/** A division that keeps the headers it got. */
const startListening = async () => {
  const headers: Record<string, unknown>[] = [];
  const service = await keep(startAnswering((request, response) => {
    headers.push(request.headers);
    request.resume().on("end", () => response.writeHead(200, { "content-type": "application/json" }).end(`{"data":{"hosts":[{"__typename":"Host","id":"1","name":"Lan"}]}}`));
  }));
  return { ...service, headers };
};

const query = `query Guests { hosts(countries: ["LA"]) { name guests } }`;
const data = { hosts: [{ name: "Lan", guests: null }] };

describe.each(executors)("traces, with the %s executor,", executor => {
  it("follow a request through to the divisions, as part of the client's trace", async () => {
    const [collector, hosts, key] = [await startCollector(), await startListening(), newKey()];
    const env = { GATEWAY_EXECUTOR: executor, GATEWAY_KEYS: `${key.id}:${key.secret}`, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SERVICE_NAME: "people", FORWARD_HEADERS: "traceparent" };
    const running = await startGatewayProcess({ supergraphSdl: supergraphAt({ hosts: hosts.url, "guest-visits": nobody }), env });
    expect((await ask(running.url, query, {}, { ...client(traceId, true), "x-request-id": "request-9" })).data).toEqual(data);
    await ask(running.url, query, {}, client(unsampledId, false));
    await ask(running.url, query);
    await running.close();
    await collector.close();

    const all = collector.spans();
    const [own] = all.filter(span => span.name === "query" && span.traceId !== traceId);
    expect(new Set(all.map(span => span.traceId))).toEqual(new Set([traceId, own?.traceId]));
    expect(own).toMatchObject({ traceId: expect.not.stringContaining(unsampledId) as string });

    const spans = all.filter(span => span.traceId === traceId);
    const named = (name: string) => spans.find(span => span.name === name)!;
    const request = named("query");
    expect(request).toMatchObject({
      ...{ parentSpanId: "00f067aa0ba902b7", kind: 2 },
      attributes: { "gateway.request_id": "request-9", "graphql.operation.type": "query", "graphql.operation.name": "Guests", "http.response.status_code": 200, "gateway.error_codes": ["SUBGRAPH_UNAVAILABLE"] },
    });
    expect(named("ask hosts")).toMatchObject({ kind: 3, attributes: { "gateway.division": "hosts", "graphql.operation.type": "query", "gateway.outcome": "ok" } });
    expect(named("ask guest-visits")).toMatchObject({ kind: 3, status: { code: 2 }, attributes: { "gateway.division": "guest-visits", "gateway.outcome": "refused", "gateway.entities": 1 } });
    expect(spans.map(({ name }) => name)).toEqual(expect.arrayContaining(executor === "compiled" ? ["plan", "shape"] : ["gateway.plan", "gateway.fetch", "gateway.postprocessing"]));
    // What is below what: in the end all are below the request.
    const byId = new Map(spans.map(span => [span.spanId, span]));
    for (const span of spans) {
      let top = span;
      while (byId.has(top.parentSpanId)) top = byId.get(top.parentSpanId)!;
      expect([span.name, top.spanId]).toEqual([span.name, request.spanId]);
    }
    // The division's own spans would be below ours; and its gateway is who it was.
    expect(hosts.headers.slice(0, 2).map(({ traceparent }) => traceparent)).toEqual([`00-${traceId}-${named("ask hosts").spanId}-01`, expect.stringMatching(`^00-${unsampledId}-[0-9a-f]{16}-00$`)]);
    expect(hosts.headers[0]).toHaveProperty("x-huu-nghi-signature");
    expect(collector.text()).toContain(`"people"`);
    expect(collector.text()).not.toMatch(/countries|\{ ?hosts|LA"|viewer|127\.0\.0\.1|grants/);
  });

  it("stop no request when nobody takes them", async () => {
    const hosts = await startListening();
    const running = await gateway({ hosts: hosts.url, "guest-visits": nobody }, { executor, traces: { url: nobody, serviceName: "people", share: 1 } });
    expect((await ask(running.url, query)).data).toEqual(data);
  });
});

it("nothing of tracing is loaded while it is off", async () => {
  // Those above have loaded it in this process.
  expect(loadedTracing().length).toBeGreaterThan(0);
  const running = await startGatewayProcess({ supergraphSdl: supergraphAt(), nodeArguments: ["--require", require.resolve("./loaded.process.cjs")] });
  const { loaded } = await running.tell<{ loaded: string[] }>({ loaded: true });
  await running.close();
  expect(loaded.filter(file => /@opentelemetry\/(sdk-trace\/|exporter-trace)/.test(file))).toEqual([]);
});

it("nothing is sent to the library's vendor", async () => {
  const running = await startGatewayProcess({ supergraphSdl: supergraphAt(), nodeArguments: ["--require", require.resolve("./loaded.process.cjs")], env: { APOLLO_KEY: "service:not-one:of-ours", APOLLO_GRAPH_REF: "not-one@of-ours" } });
  await ask(running.url, "{ __typename }");
  const { connected } = await running.tell<{ connected: string[] }>({ loaded: true });
  await running.close();
  expect(connected).toEqual([]);
});
