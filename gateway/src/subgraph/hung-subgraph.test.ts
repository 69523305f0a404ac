import { executors } from "../operation/executor";
import type { BreakerState } from "./breaker";
import { askedByOthers, eventually, faultyGraph, pause, quantile, startFaulty, timed, unavailable, type FaultySubgraph } from "../fixtures/faulty-subgraph.fixture";
import type { LinkCall } from "./link-observer";

const { keep, gateway, close } = faultyGraph();
afterAll(close);

const both = "{ host { name } visitCount }";
const many = <Result>(count: number, one: () => Promise<Result>) => Promise.all(Array.from({ length: count }, one));

describe.each(executors)("a division that hangs, by the %s executor", executor => {
  let hosts: FaultySubgraph;
  let visits: FaultySubgraph;
  beforeAll(async () => {
    hosts = await keep(startFaulty("hosts"));
    visits = await keep(startFaulty("visits"));
  });

  it("keeps 300 clients no longer than its time, and those of the other division hardly at all", async () => {
    const [timeoutMs, connections] = [2000, 100];
    // Nothing is shared and the breaker stays closed, so that each client meets the fault itself.
    const { url } = await gateway({ hosts: hosts.url, visits: visits.url }, { executor, links: { timeoutMs, connections, breakerFailures: 100_000, shareInFlight: false } });
    const groups = [{ query: both, count: 300, withinMs: 1900 }, { query: "{ host { name } }", count: 100, withinMs: 3000 }];
    const most = (answers: { ms: number }[]) => Math.max(...answers.map(({ ms }) => ms));
    const p95 = (answers: { ms: number }[]) => quantile(answers.map(({ ms }) => ms), 0.95);
    const round = async () => {
      await visits.behave("well");
      const [well = [], otherWell = []] = await askedByOthers(url, groups);
      for (const { data } of well) expect(data).toEqual({ host: { name: "Lan" }, visitCount: 3 });
      await visits.behave("hang");
      const asking = askedByOthers(url, groups);
      await eventually(async () => (await visits.told()).asked.length > 0);
      await pause(timeoutMs / 2);
      expect((await visits.told()).asked.length).toBeLessThanOrEqual(connections);
      const [hung = [], otherHung = []] = await asking;
      for (const { data, errors } of hung) expect([data, errors]).toEqual([{ host: { name: "Lan" }, visitCount: null }, [unavailable(["visitCount"])]]);
      return { isWithin: most(hung) < timeoutMs * 1.2 + most(well) && p95(otherHung) < 2 * p95(otherWell) + 20, figures: [most(hung), most(well), p95(otherHung), p95(otherWell)] };
    };
    // The machine is shared with other tests; what holds by design holds whenever they pause.
    const rounds = [await round()];
    while (rounds.length < 10 && !rounds.at(-1)!.isWithin) rounds.push(await round());
    expect(rounds.at(-1)).toMatchObject({ isWithin: true });
    await visits.behave("well");
  }, 300_000);

  it("takes no more requests than there is room for; others are told at once", async () => {
    const refused: number[] = [];
    const { url } = await gateway({ hosts: hosts.url, visits: visits.url }, {
      executor, observer: { onCall: ({ outcome, ms }) => outcome === "bulkhead-full" && refused.push(ms) },
      links: { timeoutMs: 3000, connections: 5, queue: 5, breakerFailures: 100_000, shareInFlight: false },
    });
    await visits.behave("hang");
    const asking = many(30, () => timed(url, "{ visitCount }"));
    await eventually(async () => (await visits.told()).asked.length >= 5);
    await eventually(() => refused.length >= 20);
    expect((await visits.told()).asked).toHaveLength(5);
    const answers = await asking;
    for (const { errors } of answers) expect(errors).toEqual([unavailable(["visitCount"])]);
    expect(refused).toHaveLength(20);
    expect(quantile(refused, 0.5)).toBeLessThan(5);
    await visits.behave("well");
    expect((await timed(url, "{ visitCount }")).data).toEqual({ visitCount: 3 });
  });

  it("is not asked while it fails, which takes no time, and is asked again when it is back", async () => {
    const states: BreakerState[] = [];
    const calls: LinkCall[] = [];
    const observer = { onBreaker: (_division: string, state: BreakerState) => states.push(state), onCall: (call: LinkCall) => calls.push(call) };
    const { url } = await gateway({ hosts: hosts.url, visits: visits.url }, { executor, observer, links: { timeoutMs: 300, breakerFailures: 3, breakerOpenMs: 1500 } });
    const bare = quantile((await many(20, () => timed(url, "{ host { name } }"))).map(({ ms }) => ms), 0.5);
    await visits.behave("hang");
    for (let failures = 0; failures < 3; failures += 1) await timed(url, "{ visitCount }");
    expect(states).toEqual(["open"]);

    const spared = [];
    for (const until = Date.now() + 1000; spared.length < 30 && Date.now() < until; ) spared.push(await timed(url, both)); // before it is tried again
    for (const { data, errors } of spared) expect([data, errors]).toEqual([{ host: { name: "Lan" }, visitCount: null }, [unavailable(["visitCount"])]]);
    expect((await visits.told()).asked).toHaveLength(3);
    expect(quantile(spared.map(({ ms }) => ms), 0.5)).toBeLessThan(Math.max(10, 2 * bare));
    const own = calls.filter(({ outcome }) => outcome === "breaker-open").map(({ ms }) => ms);
    expect(own).toHaveLength(spared.length);
    expect(quantile(own, 0.5)).toBeLessThan(1);

    // One request tries; the others do not wait for it.
    await pause(1500);
    const probing = timed(url, "{ visitCount }");
    await eventually(() => states.length === 2);
    expect((await timed(url, "{ visitCount }")).ms).toBeLessThan(200);
    expect((await probing).ms).toBeGreaterThan(250);
    expect(states).toEqual(["open", "half-open", "open"]);

    await visits.behave("well");
    await eventually(async () => (await timed(url, "{ visitCount }")).data?.["visitCount"] === 3);
    expect(states.slice(3)).toEqual(["half-open", "closed"]);
  });

  it("and what a division refuses or says wrongly does not count as its failure", async () => {
    const states: BreakerState[] = [];
    const { url } = await gateway({ hosts: hosts.url, visits: visits.url }, { executor, observer: { onBreaker: (_division, state) => states.push(state) }, links: { breakerFailures: 2 } });
    for (const as of ["401", "404", "refusal", "null"]) {
      await visits.behave(as);
      for (let count = 0; count < 4; count += 1) await timed(url, "{ visits { total } }");
    }
    expect(states).toEqual([]);
    await visits.behave("503-html");
    for (let count = 0; count < 2; count += 1) await timed(url, "{ visits { total } }");
    expect(states).toEqual(["open"]);
    await visits.behave("well");
  });
});
