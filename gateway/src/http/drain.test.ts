import type { ChildProcess } from "node:child_process";
import { Agent, request } from "node:http";
import { startGatewayProcess } from "../fixtures/gateway-process.fixture";
import { libraries, librarySupergraph } from "../fixtures/library.fixture";

jest.setTimeout(40_000);

const { startLibrary, close } = libraries();
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await close();
});

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

const startProcess = async (libraryUrl: string, env: NodeJS.ProcessEnv = {}) => {
  const { child, url, ended } = await startGatewayProcess({ supergraphSdl: librarySupergraph(libraryUrl), env });
  children.push(child);
  return { child, url, ended, term: () => child.kill("SIGTERM") };
};

/** A client that asks again and again over one connection until nobody takes one; how its requests went. */
const client = async (url: string, name: string, answered: () => void) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (id: string) =>
    new Promise<string>(resolve => {
      const sent = request(url, { method: "POST", agent, headers: { "content-type": "application/json" } }, response => {
        let text = "";
        response.on("data", chunk => (text += String(chunk))).on("end", () => resolve(text.includes("Kiều") ? "answered" : text)).on("error", () => resolve("cut off"));
      });
      sent.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message)).end(JSON.stringify({ query: `{ book(id: "${id}") { title } }` }));
    });
  const outcomes: string[] = [];
  for (let sent = 0; outcomes.at(-1) !== "ECONNREFUSED" && sent < 100_000; sent++) {
    outcomes.push(await send(`${name}-${sent}`));
    answered();
  }
  agent.destroy();
  return outcomes;
};

it.each([0, 50, 400])("under load, SIGTERM fails no request that takes %d ms", async delayMs => {
  const library = await startLibrary({ delayMs });
  const { url, ended, term } = await startProcess(library.url);
  let answers = 0;
  const clients = Array.from({ length: 25 }, (_, index) => client(url, `c${index}`, () => void answers++));
  while (answers < 75) await pause(20);
  const askedAt = performance.now();
  term();
  const { code, at } = await ended;
  expect([code, at - askedAt < 5000]).toEqual([0, true]);
  const outcomes = (await Promise.all(clients)).flat();
  const failed = outcomes.filter(outcome => outcome !== "answered" && outcome !== "ECONNREFUSED");
  expect(failed).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(50);
});

it("says that it is not ready before it stops to listen", async () => {
  const library = await startLibrary();
  const { url, ended, term } = await startProcess(library.url, { READINESS_NOTICE_SECONDS: "1" });
  const ready = async () => {
    const response = await fetch(new URL("/health/ready", url));
    return [response.status, ((await response.json()) as { status: string }).status] as const;
  };
  expect(await ready()).toEqual([200, "ready"]);
  term();
  await pause(300);
  expect(await ready()).toEqual([503, "draining"]);
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: '{"query":"{ book { title } }"}' });
  expect(answer.status).toBe(200);
  expect((await ended).code).toBe(0);
  await expect(ready()).rejects.toThrow();
});

describe("a request that hangs", () => {
  const hang = async (env: NodeJS.ProcessEnv) => {
    const library = await startLibrary({ delayMs: 20_000 });
    const gateway = await startProcess(library.url, { SUBGRAPH_TIMEOUT_MS: "20000", ...env });
    const answered = fetch(gateway.url, { method: "POST", headers: { "content-type": "application/json" }, body: '{"query":"{ book { title } }"}' });
    answered.catch(() => undefined);
    while (library.asked.length === 0) await pause(50);
    return { ...gateway, answered };
  };

  it("is waited for no longer than it is told", async () => {
    const { ended, term, answered } = await hang({ DRAIN_SECONDS: "1" });
    const askedAt = performance.now();
    term();
    await expect(answered).rejects.toThrow();
    const { code, at } = await ended;
    expect([code, at - askedAt > 1000, at - askedAt < 4000]).toEqual([0, true, true]);
  });

  it("is given up for a second SIGTERM, when that comes later than a second after the first", async () => {
    const { ended, term, child } = await hang({});
    term();
    await pause(200);
    term();
    await pause(1200);
    expect(child.exitCode).toBeNull();
    const askedAt = performance.now();
    term();
    const { code, at } = await ended;
    expect([code, at - askedAt < 1000]).toEqual([1, true]);
  });
});
