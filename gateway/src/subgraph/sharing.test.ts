import { visitor, type Viewer } from "@huu-nghi/identity";
import { testLog } from "@huu-nghi/test-kit";
import { executors } from "../operation/executor";
import { ask, startAnswering } from "../fixtures/small-graph.fixture";
import { copyJson } from "./copy-answer";
import { faultyGraph, startFaulty, type FaultySubgraph } from "../fixtures/faulty-subgraph.fixture";
import { defaultLimits, type SubgraphLinkOptions } from "./link-options";
import { SubgraphLink } from "./subgraph-link";
import type { SubgraphRequest } from "./subgraph-request";

const { keep, gateway, close } = faultyGraph();
afterAll(close);

let visits: FaultySubgraph;
beforeAll(async () => {
  visits = await keep(startFaulty("visits"));
});
const asked = async () => (await visits.told()).asked.length;

describe.each(executors)("equal queries at once, by the %s executor", executor => {
  const fifty = (url: string) => Promise.all(Array.from({ length: 50 }, () => ask(url, "{ visits { total } visitCount }")));

  it("go as few", async () => {
    const { url } = await gateway({ visits: visits.url }, { executor });
    await ask(url, "{ visits { total } visitCount }");
    await visits.behave("late", { ms: 500 });
    for (const { data, errors } of await fifty(url)) expect([data, errors]).toEqual([{ visits: { total: 3 }, visitCount: 3 }, undefined]);
    expect(await asked()).toBeLessThanOrEqual(5);
  });

  it("go one by one when that is switched off", async () => {
    const { url } = await gateway({ visits: visits.url }, { executor, links: { shareInFlight: false } });
    await visits.behave("late", { ms: 100 });
    for (const { data } of await fifty(url)) expect(data).toEqual({ visits: { total: 3 }, visitCount: 3 });
    expect(await asked()).toBe(50);
  });
});

describe("requests to one division at once", () => {
  const links: SubgraphLink[] = [];
  afterAll(() => Promise.all(links.map(link => link.close())));
  const linkTo = (options: Partial<SubgraphLinkOptions> = {}) => {
    const link = new SubgraphLink({ ...defaultLimits, division: "visits", url: visits.url, log: testLog("gateway"), ...options });
    links.push(link);
    return link;
  };
  const lan: Viewer = { id: "lan", grants: [] };
  const of = (viewer: Viewer, more: Partial<SubgraphRequest> = {}, forwarded: string[] = []): SubgraphRequest => ({
    document: "{ visitCount }", kind: "query", body: `{"query":"{ visitCount }"}`,
    context: { requestId: "request-1", log: testLog("gateway"), viewer, forwarded }, ...more,
  });
  const together = async (...requests: SubgraphRequest[]) => {
    await visits.behave("late", { ms: 150 });
    const link = linkTo();
    const answers = await Promise.all(requests.map(request => link.ask(request)));
    return { answers, asked: await asked() };
  };

  it("are shared by one viewer, each with an answer of its own", async () => {
    const { answers, asked: sent } = await together(of(lan), of(lan), of({ ...lan }));
    expect(sent).toBe(1);
    answers[0]!.data!["visitCount"] = "altered";
    expect(answers.slice(1).map(({ data }) => data?.["visitCount"])).toEqual([3, 3]);
  });

  it("are given as they are to all who alter nothing, and copied for who does", async () => {
    const { answers } = await together(of(lan, { readOnly: true }), of(lan), of(lan, { readOnly: true }));
    expect(answers[0]!.data).toBe(answers[2]!.data);
    answers[1]!.data!["visitCount"] = "altered";
    expect(answers[0]!.data?.["visitCount"]).toBe(3);
  });

  it.each<[string, SubgraphRequest[]]>([
    ["of different viewers", [of(lan), of(visitor), of({ id: "minh", grants: [] })]],
    ["of one viewer with other rights", [of(lan), of({ ...lan, grants: [{ role: "viewer", unions: ["*"] }] })]],
    ["with different variables", [of(lan), of(lan, { body: `{"query":"{ visitCount }","variables":{}}` })]],
    ["with different forwarded headers", [of(lan), of(lan, {}, ["x-tenant", "a"]), of(lan, {}, ["x-tenant", "b"])]],
    ["that change something", [of(lan, { kind: "mutation", repeatable: true }), of(lan, { kind: "mutation", repeatable: true })]],
  ])("are not shared %s", async (_what, requests) => {
    expect((await together(...requests)).asked).toBe(requests.length);
  });

  it("end for each of them, also when the answer is nested too deep to be copied", async () => {
    const deep = await keep(startAnswering((_request, response) => response.writeHead(200).end(`{"data":{"visitCount":${"[".repeat(1e5)}${"]".repeat(1e5)}}}`)));
    const link = linkTo({ url: deep.url });
    const ended = await Promise.allSettled([link.ask(of(lan)), link.ask(of(lan)), link.ask(of(lan))]);
    expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  });

  it("are not joined by a viewer who has changed something since", async () => {
    await visits.behave("late", { ms: 300 });
    const link = linkTo();
    const before = link.ask(of(lan));
    await new Promise(resolve => setTimeout(resolve, 50));
    await visits.behave("well");
    await link.ask(of(lan, { kind: "mutation" }));
    await link.ask(of(lan));
    expect(await asked()).toBe(2);
    await before;
  });
});

it("A copy of an answer has every name of it, __proto__ too, and nothing in common with it", () => {
  const answer: unknown = JSON.parse(`{"a":[{"b":1},null,[2]],"__proto__":{"polluted":{"c":true}},"constructor":{"d":"x"},"length":0}`);
  const copy = copyJson(answer) as Record<string, unknown>;
  expect(JSON.stringify(copy)).toBe(JSON.stringify(answer));
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  const own = (value: unknown) => Object.getOwnPropertyDescriptor(value, "__proto__")?.value as unknown;
  expect(own(copy)).not.toBe(own(answer));
  expect(copy["a"]).not.toBe((answer as typeof copy)["a"]);
});
