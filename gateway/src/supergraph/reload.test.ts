import { readFileSync } from "node:fs";
import { createLog } from "@huu-nghi/service-kit";
import { executors } from "../operation/executor";
import { ask, services, startDivision, supergraphAt } from "../fixtures/small-graph.fixture";
import { startGateway } from "../gateway";
import { composeSupergraph } from "./composition";
import { watchedFile } from "./watched-file.fixture";

const { keep, close } = services();
const files: ReturnType<typeof watchedFile>[] = [];
afterAll(async () => {
  await close();
  files.forEach(file => file.end());
});

const eventually = async (holds: () => boolean | Promise<boolean>) => {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 10))) if (await holds()) return;
  throw new Error("it never came to hold");
};

const figure = (text: string, name: string) => Number(new RegExp(`^${name.replace(/[{}"]/g, "\\$&")} (\\S+)$`, "m").exec(text)?.[1] ?? "NaN");

describe.each(executors)("a changed supergraph file, with the %s executor,", executor => {
  const start = async () => {
    const [hosts, visits] = [await keep(startDivision("hosts")), await keep(startDivision("guest-visits"))];
    const urls = { hosts: hosts.url, "guest-visits": visits.url };
    const file = watchedFile(supergraphAt(urls));
    files.push(file);
    const lines: { msg: string; level: number; faults?: string[] }[] = [];
    const log = createLog("gateway", "info", { write: line => void lines.push(JSON.parse(line) as { msg: string; level: number }) });
    const gateway = await keep(startGateway({ supergraphSdl: file.watched, executor, log, metrics: {} }));
    const figures = async () => (await fetch(new URL("/metrics", gateway.url))).text();
    return {
      ...{ hosts, visits, urls, file, lines, url: gateway.url, figures },
      reloads: async (outcome: string) => figure(await figures(), `gateway_supergraph_reloads_total{outcome="${outcome}"}`),
      told: (msg: RegExp) => lines.filter(line => msg.test(line.msg)),
      ready: async () => (await fetch(new URL("/health/ready", gateway.url))).status,
    };
  };
  const only = (sdl: string, url: string) => composeSupergraph([{ name: "hosts", sdl, url }]).supergraphSdl;

  it("is taken over", async () => {
    const { url, urls, file, reloads, told } = await start();
    expect((await ask(url, "{ visitCount }")).data).toEqual({ visitCount: 3 });
    file.replace(only("type Query { host(id: ID!): Host } type Host { id: ID! name: String! }", urls.hosts));
    await eventually(async () => (await reloads("taken")) === 1);
    expect((await ask(url, `{ host(id: "1") { name } }`)).data).toEqual({ host: { name: "Lan" } });
    expect((await ask(url, "{ visitCount }")).status).toBe(400);
    expect(told(/serves now/)).toHaveLength(1);
  });

  it("is taken over where a division has moved to another port", async () => {
    const { url, urls, visits, file, reloads } = await start();
    const moved = await keep(startDivision("guest-visits"));
    await visits.close();
    file.replace(supergraphAt({ ...urls, "guest-visits": moved.url }));
    await eventually(async () => (await reloads("taken")) === 1);
    expect(await ask(url, "{ hosts { guests } visitCount }")).toMatchObject({ data: { visitCount: 3, hosts: [{ guests: ["guest of 1"] }, { guests: ["guest of 2"] }] } });
  });

  it.each([
    ["is no GraphQL", () => "type {", /Syntax Error/],
    ["is cut off", () => supergraphAt().slice(0, -30), /./],
    ["is a schema, and no supergraph", () => "type Query { host: String }", /./],
    ["has a type that nobody knows", () => supergraphAt().replace("tide(moon: Moon): String", "tide(moon: Sun): String"), /Sun/],
    ["is gone", undefined, /There is no/],
  ])("that %s is refused with an alarm, and taken when it is mended", async (_what, text, reason) => {
    const { url, urls, file, reloads, told, figures, ready } = await start();
    if (text) file.overwrite(text());
    else file.remove();
    await eventually(async () => (await reloads("refused")) === 1);
    await new Promise(resolve => setTimeout(resolve, 150));
    expect(told(/is refused/)).toEqual([expect.objectContaining({ level: 50, faults: [expect.stringMatching(reason)] })]);
    expect((await ask(url, "{ host(id: 1) { name guests } visitCount }")).data).toEqual({ host: { name: "Lan", guests: ["guest of 1"] }, visitCount: 3 });
    expect([await ready(), figure(await figures(), "gateway_supergraph_file_good")]).toEqual([200, 0]);

    file.replace(supergraphAt(urls));
    await eventually(() => told(/holds again/).length === 1);
    expect(figure(await figures(), "gateway_supergraph_file_good")).toBe(1);
    file.replace(only("type Query { host(id: ID!): Host } type Host { id: ID! name: String! }", urls.hosts));
    await eventually(async () => (await reloads("taken")) === 1);
  });

  it("costs no request that is under way", async () => {
    const { url, urls, file, reloads } = await start();
    const slow = await keep(startDivision("hosts"));
    const answers: Promise<unknown>[] = [];
    let isOver = false;
    const clients = Array.from({ length: 10 }, async () => {
      while (!isOver) {
        const answer = ask(url, "{ hosts { name guests } visitCount }");
        answers.push(answer);
        await answer;
      }
    });
    for (let change = 1; change <= 6; change++) {
      file.replace(supergraphAt({ ...urls, hosts: change % 2 ? slow.url : urls.hosts }));
      await eventually(async () => (await reloads("taken")) === change);
      await eventually(() => answers.length > change * 10);
    }
    isOver = true;
    await Promise.all(clients);
    const wrong = (await Promise.all(answers)).filter(answer => !("data" in (answer as object)) || "errors" in (answer as object));
    expect(wrong).toEqual([]);
  });
});

it("the operations in use are planned before the new supergraph serves, those that it cannot answer left out", async () => {
  const [hosts, visits] = [await keep(startDivision("hosts")), await keep(startDivision("guest-visits"))];
  const urls = { hosts: hosts.url, "guest-visits": visits.url };
  const file = watchedFile(supergraphAt(urls));
  files.push(file);
  const { url } = await keep(startGateway({ supergraphSdl: file.watched, metrics: {} }));
  const planned = async () => {
    const text = await (await fetch(new URL("/metrics", url))).text();
    return Object.fromEntries(["compiled", "compiled-ahead", "found"].map(outcome => [outcome, figure(text, `gateway_operations_total{outcome="${outcome}"}`)]));
  };
  const inUse = ["{ hosts { name } }", "query A { hosts { guests } } query B { visitCount }", `{ tide(moon: "x") }`];
  for (const query of inUse) {
    const body = JSON.stringify({ query, ...(query.includes("B") && { operationName: "A" }) });
    await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  }
  expect(await planned()).toEqual({ compiled: 3, "compiled-ahead": 0, found: 0 });

  file.replace(supergraphAt(urls).replace(/\n\s*tide\(moon: Moon\): String[^\n]*/, ""));
  for (const end = Date.now() + 5000; (await planned())["compiled-ahead"] !== 2 && Date.now() < end; );
  await eventually(async () => (await ask(url, inUse[2]!)).status === 400);
  expect((await ask(url, inUse[0]!)).data).toEqual({ hosts: [{ name: "Lan" }, { name: "Minh" }] });
  expect(await planned()).toEqual({ compiled: 3, "compiled-ahead": 2, found: expect.any(Number) as number });
});

it("a file that only got a new date is left alone", async () => {
  const file = watchedFile(supergraphAt());
  files.push(file);
  const { url } = await keep(startGateway({ supergraphSdl: file.watched, metrics: {} }));
  file.replace(readFileSync(file.watched.file, "utf8"));
  await new Promise(resolve => setTimeout(resolve, 300));
  const text = await (await fetch(new URL("/metrics", url))).text();
  expect([figure(text, `gateway_supergraph_reloads_total{outcome="taken"}`), figure(text, `gateway_supergraph_reloads_total{outcome="refused"}`)]).toEqual([0, 0]);
});
