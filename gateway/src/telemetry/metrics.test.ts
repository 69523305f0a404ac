import { executors } from "../operation/executor";
import { ask, nobody, services, startDivision } from "../fixtures/small-graph.fixture";

const { keep, gateway, close } = services();
afterAll(close);

const read = (url: string, headers: Record<string, string> = {}) => fetch(new URL("/metrics", url), { headers });
/** Each line of figures, without the process's own. */
const figures = async (url: string) => {
  const lines = (await (await read(url)).text()).split("\n").filter(line => line.startsWith("gateway_"));
  return new Map(lines.map(line => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]));
};

describe.each(executors)("the metrics, with the %s executor,", executor => {
  it("count requests, what divisions were asked, and how that ended", async () => {
    const hosts = await keep(startDivision("hosts"));
    const { url } = await gateway({ hosts: hosts.url, "guest-visits": nobody }, { executor, metrics: {}, links: { breakerFailures: 2, breakerOpenMs: 60_000 } });
    await ask(url, "query SecretName { hosts { name } }");
    for (let count = 0; count < 3; count++) await ask(url, "{ visitCount }");
    await ask(url, "{ refused }");
    await ask(url, "{ nonsense }");
    await ask(url, "{ hosts { name } }", {}, { authorization: "Bearer nonsense" });
    const found = await figures(url);
    const of = (name: string) => found.get(name);

    expect(of(`gateway_requests_total{type="query",status="200",code="ok"}`)).toBe(1);
    expect(of(`gateway_requests_total{type="query",status="200",code="SUBGRAPH_UNAVAILABLE"}`)).toBe(3);
    expect(of(`gateway_requests_total{type="query",status="200",code="BAD_USER_INPUT"}`)).toBe(1);
    expect(of(`gateway_requests_total{type="unknown",status="400",code="GRAPHQL_VALIDATION_FAILED"}`)).toBe(1);
    expect(of(`gateway_requests_total{type="unknown",status="401",code="UNAUTHENTICATED"}`)).toBe(1);
    expect(of(`gateway_errors_total{code="SUBGRAPH_UNAVAILABLE"}`)).toBe(3);
    expect(of(`gateway_request_duration_seconds_count{type="query"}`)).toBe(5);
    expect(of("gateway_requests_in_flight")).toBe(0);

    expect(of(`gateway_subgraph_requests_total{division="hosts",outcome="ok"}`)).toBe(2);
    expect(of(`gateway_subgraph_requests_total{division="guest-visits",outcome="refused"}`)).toBe(2);
    expect(of(`gateway_subgraph_requests_total{division="guest-visits",outcome="breaker-open"}`)).toBe(1);
    expect(of(`gateway_subgraph_request_duration_seconds_count{division="guest-visits"}`)).toBe(2);
    expect(["closed", "open"].map(state => of(`gateway_subgraph_breaker_state{division="guest-visits",state="${state}"}`))).toEqual([0, 1]);
    expect(of(`gateway_subgraph_in_flight{division="hosts"}`)).toBe(0);
    expect(of(`gateway_subgraph_waiting{division="hosts"}`)).toBe(0);
    if (executor === "compiled") expect([of(`gateway_operations_total{outcome="compiled"}`), of(`gateway_operations_total{outcome="found"}`), of("gateway_operations_known")]).toEqual([3, 2, 3]);

    const text = await (await read(url)).text();
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(text).toMatch(/^nodejs_heap_size_used_bytes /m);
    expect(text).not.toMatch(/Secret|visitCount|127\.0|http:/);
  });

  it("count requests that shared another's answer", async () => {
    const hosts = await keep(startDivision("hosts"));
    const { url } = await gateway({ hosts: hosts.url }, { executor, metrics: {} });
    await Promise.all(Array.from({ length: 20 }, () => ask(url, "{ hosts { name } }")));
    const found = await figures(url);
    const shared = found.get(`gateway_subgraph_requests_shared_total{division="hosts"}`) ?? 0;
    expect(shared).toBeGreaterThan(0);
    expect(shared + found.get(`gateway_subgraph_requests_total{division="hosts",outcome="ok"}`)!).toBe(20);
  });
});

describe("the page of metrics", () => {
  it("is not there unless it is wanted", async () => {
    expect((await read((await gateway({})).url)).status).toBe(404);
  });

  it("is for whoever has its token, where there is one", async () => {
    const { url } = await gateway({}, { metrics: { token: "a-token-of-enough-length" } });
    expect((await read(url)).status).toBe(401);
    expect((await read(url, { authorization: "Bearer a-token-of-enough-lengths" })).status).toBe(401);
    const answer = await read(url, { authorization: "Bearer a-token-of-enough-length" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/plain; version=0.0.4")]);
  });
});
