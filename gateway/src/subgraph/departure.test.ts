import { setTimeout as pauseFor } from "node:timers/promises";
import { executors } from "../operation/executor";
import { ask } from "../fixtures/small-graph.fixture";
import type { BreakerState } from "./breaker";
import { eventually, faultyGraph, startFaulty, type FaultySubgraph } from "../fixtures/faulty-subgraph.fixture";

const { keep, gateway, close } = faultyGraph();
afterAll(close);

const send = (url: string, query: string, signal: AbortSignal) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }), signal }).catch(() => undefined);

describe.each(executors)("a client that leaves, by the %s executor", executor => {
  let visits: FaultySubgraph;
  beforeAll(async () => {
    visits = await keep(startFaulty("visits"));
  });
  const start = (states: BreakerState[] = []) =>
    gateway({ visits: visits.url }, { executor, observer: { onBreaker: (_division, state) => states.push(state) }, links: { timeoutMs: 20_000, breakerFailures: 2 } });

  it("takes its sub-requests with it, and they are no failure of the division", async () => {
    const states: BreakerState[] = [];
    const { url } = await start(states);
    await visits.behave("hang");
    for (let left = 1; left <= 5; left += 1) {
      const client = new AbortController();
      const gone = send(url, "{ visitCount }", client.signal);
      await eventually(async () => (await visits.told()).asked.length === left);
      client.abort();
      await gone;
      await eventually(async () => (await visits.told()).left === left);
    }
    expect(states).toEqual([]);
    await visits.behave("well");
    expect((await ask(url, "{ visitCount }")).data).toEqual({ visitCount: 3 });
  });

  it("does not end what finds out whether the division is back", async () => {
    const states: BreakerState[] = [];
    const links = { timeoutMs: 400, breakerFailures: 1, breakerOpenMs: 200 };
    const { url } = await gateway({ visits: visits.url }, { executor, observer: { onBreaker: (_division, state) => states.push(state) }, links });
    await visits.behave("hang");
    await ask(url, "{ visitCount }");
    await pauseFor(250);
    const client = new AbortController();
    const gone = send(url, "{ visitCount }", client.signal);
    await eventually(() => states.length === 2);
    client.abort();
    await gone;
    await eventually(() => states.length === 3);
    expect(states).toEqual(["open", "half-open", "open"]);
  });

  it("leaves the answer to the others who wait for it; the last one takes the sub-request with it", async () => {
    const { url } = await start();
    await visits.behave("late", { ms: 600 });
    const client = new AbortController();
    const gone = send(url, "{ visitCount }", client.signal);
    await eventually(async () => (await visits.told()).asked.length === 1);
    const stays = ask(url, "{ visitCount }");
    await pauseFor(200);
    client.abort();
    await gone;
    expect((await stays).data).toEqual({ visitCount: 3 });
    expect(await visits.told()).toMatchObject({ left: 0, asked: { length: 1 } });

    await visits.behave("hang");
    const clients = [new AbortController(), new AbortController()];
    const all = Promise.all(clients.map(({ signal }) => send(url, "{ visitCount }", signal)));
    await eventually(async () => (await visits.told()).asked.length === 1);
    await pauseFor(200);
    for (const each of clients) each.abort();
    await all;
    await eventually(async () => (await visits.told()).left === 1);
    expect((await visits.told()).asked).toHaveLength(1);
  });
});
