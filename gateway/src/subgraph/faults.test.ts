import { ask } from "../fixtures/small-graph.fixture";
import { executors } from "../operation/executor";
import { faultyGraph, leaks, pause, startFaulty, supergraphAt, timed, unavailable, type FaultySubgraph } from "../fixtures/faulty-subgraph.fixture";

const { keep, gateway, close } = faultyGraph();
afterAll(close);

const budget = 400;
const query = "{ host { name guests } hosts { name } visitCount }";
const partial = { host: { name: "Lan", guests: null }, hosts: [{ name: "Lan" }, { name: "Minh" }], visitCount: null };
const whole = { host: { name: "Lan", guests: ["guest of 1"] }, hosts: [{ name: "Lan" }, { name: "Minh" }], visitCount: 3 };

describe.each(executors)("a faulty division, by the %s executor", executor => {
  let hosts: FaultySubgraph;
  let visits: FaultySubgraph;
  const options = { executor, links: { timeoutMs: budget, maxBytes: 1_000_000, breakerFailures: 1000 } };
  const start = () => gateway({ hosts: hosts.url, visits: visits.url }, options);
  beforeAll(async () => {
    hosts = await keep(startFaulty("hosts"));
    visits = await keep(startFaulty("visits"));
  });

  const missing = expect.arrayContaining([unavailable(["visitCount"]), unavailable(["host", "guests"])]) as unknown;
  const expectPartial = async (url: string) => {
    const { status, data, errors, text, ms } = await timed(url, query);
    expect([status, data]).toEqual([200, partial]);
    expect(errors).toHaveLength(2);
    expect(errors).toEqual(missing);
    expect(text).not.toMatch(leaks);
    return ms;
  };

  it.each(["503-html", "200-html", "truncated", "cut", "401", "404", "not-http", "reset", "large"])("costs its own part and nothing else: %s", async as => {
    await visits.behave(as);
    const { url } = await start();
    expect(await expectPartial(url)).toBeLessThan(3000);
    await visits.behave("well");
    expect((await ask(url, query)).data).toEqual(whole);
  });

  it.each(["hang", "slow-headers", "slow-body"])("is waited for no longer than its time, and its connections end: %s", async as => {
    await visits.behave(as);
    const { url } = await start();
    const ms = await expectPartial(url);
    expect(ms).toBeGreaterThan(budget * 0.9);
    // Both of its requests run at once, or one after the other.
    expect(ms).toBeLessThan(2 * budget * 1.2 + 200);
    await pause(50);
    expect((await visits.told()).left).toBe(2);
    await visits.behave("well");
  });

  it("whose answer is too large is cut off early", async () => {
    await visits.behave("large");
    const { url } = await start();
    const before = process.memoryUsage().rss;
    expect((await ask(url, "{ visitCount }")).errors).toEqual([unavailable(["visitCount"])]);
    await pause(50);
    const { sentBytes, left } = await visits.told();
    expect(left).toBe(1);
    // The system's own buffers take some of it.
    expect(sentBytes).toBeLessThan(20e6);
    expect(process.memoryUsage().rss - before).toBeLessThan(50e6);
    await visits.behave("well");
  });

  it("with null for what may not be null is an error with a path", async () => {
    await visits.behave("null");
    const { url } = await start();
    const { data, errors, text } = await ask(url, "{ visits { total } visitCount host { name } }");
    expect(data).toEqual({ visits: null, visitCount: 3, host: { name: "Lan" } });
    expect(errors).toMatchObject([{ path: ["visits", "total"], extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
    expect(text).not.toMatch(leaks);
    await visits.behave("well");
  });

  it("that dies in mid-answer, is down, and comes back", async () => {
    const short = await keep(startFaulty("visits"));
    const { url } = await gateway({ hosts: hosts.url, visits: short.url }, options);
    expect((await ask(url, query)).data).toEqual(whole);
    await short.behave("die-in-mid-answer");
    await expectPartial(url);
    await short.close();
    expect(await expectPartial(url)).toBeLessThan(budget);
    await keep(startFaulty("visits", short.port));
    expect((await ask(url, query)).data).toEqual(whole);
  });

  it("that is down when the gateway starts takes part as soon as it is up", async () => {
    const free = await startFaulty("visits");
    await free.close();
    const { url } = await gateway({ hosts: hosts.url, visits: free.url }, options);
    await expectPartial(url);
    await keep(startFaulty("visits", free.port));
    expect((await ask(url, query)).data).toEqual(whole);
  });

  it("that moves to another port is found there by the next supergraph", async () => {
    const first = await keep(startFaulty("visits"));
    let replace: (supergraphSdl: string) => void = () => undefined;
    const { url } = await gateway({}, {
      ...options,
      subgraphUrls: {},
      supergraphSdl: async ({ update }) => {
        replace = update;
        return { supergraphSdl: supergraphAt({ hosts: hosts.url, visits: first.url }) };
      },
    });
    expect((await ask(url, query)).data).toEqual(whole);
    const second = await keep(startFaulty("visits"));
    // What is under way goes on at the old address.
    await first.behave("late", { ms: 200 });
    const underWay = ask(url, query);
    await pause(100);
    replace(supergraphAt({ hosts: hosts.url, visits: second.url }));
    await first.behave("well");
    expect((await underWay).data).toEqual(whole);
    await first.close();
    expect((await ask(url, query)).data).toEqual(whole);
  });
});
