import { ask } from "../fixtures/small-graph.fixture";
import { libraries } from "../fixtures/library.fixture";

const { start, close } = libraries();
afterAll(close);

const query = "{ book { id } }";
const health = async (url: string, page: string) => {
  const response = await fetch(new URL(`/health/${page}`, url));
  return [response.status, ((await response.json()) as { reason?: string }).reason];
};
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
const overloaded = { code: "OVERLOADED", retryAfter: 1, requestId: expect.any(String) as string };

describe("a gateway with more requests in flight than it takes", () => {
  it("sends the others away with 503, says so on its health page, and takes requests again by itself", async () => {
    const { url, asked } = await start({ http: { maxInFlight: 3 } }, { delayMs: 600 });
    // Different queries, since equal ones could be one request to a subgraph.
    const taken = [1, 2, 3].map(id => ask(url, `{ book(id: ${id}) { id } }`));
    await pause(200);
    const { status, headers, errors } = await ask(url, query);
    expect([status, headers.get("retry-after"), errors?.[0]?.extensions]).toEqual([503, "1", overloaded]);
    expect(await health(url, "ready")).toEqual([503, expect.stringContaining("in flight")]);
    expect(await health(url, "live")).toEqual([200, undefined]);
    expect((await Promise.all(taken)).map(answer => answer.status)).toEqual([200, 200, 200]);
    expect((await ask(url, query)).status).toBe(200);
    expect((await health(url, "ready"))[0]).toBe(200);
    expect(asked).toHaveLength(4);
  });

  it("counts those whose client has left no longer", async () => {
    const { url } = await start({ http: { maxInFlight: 1 } }, { delayMs: 300 });
    const leaving = new AbortController();
    const left = fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }), signal: leaving.signal });
    await pause(100);
    leaving.abort();
    await expect(left).rejects.toThrow();
    await pause(100);
    expect((await ask(url, query)).status).toBe(200);
  });
});

describe("a gateway that is behind with its work", () => {
  const work = async (forMs: number) => {
    for (const until = performance.now() + forMs; performance.now() < until; await pause(1)) {
      for (const busyUntil = performance.now() + 150; performance.now() < busyUntil;);
    }
  };

  it("for one piece of work only takes requests all the while", async () => {
    const { url } = await start({ http: { maxEventLoopDelayMs: 300 } });
    for (const busyUntil = performance.now() + 1200; performance.now() < busyUntil;);
    const statuses: number[] = [];
    for (const until = performance.now() + 1500; performance.now() < until; await pause(50)) statuses.push((await ask(url, query)).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it("sends requests away, and takes them again by itself once it is not", async () => {
    const { url } = await start({ http: { maxEventLoopDelayMs: 50 } });
    expect((await ask(url, query)).status).toBe(200);
    const working = work(4000);
    await pause(2500);
    const { status, errors } = await ask(url, query);
    expect([status, errors?.[0]?.extensions]).toEqual([503, overloaded]);
    expect(await health(url, "ready")).toEqual([503, expect.stringContaining("behind")]);
    await working;
    await pause(1500);
    expect([(await ask(url, query)).status, (await health(url, "ready"))[0]]).toEqual([200, 200]);
  });
});
