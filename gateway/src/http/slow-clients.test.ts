import { connect } from "node:net";
import { ask } from "../fixtures/small-graph.fixture";
import { libraries } from "../fixtures/library.fixture";

const { start, close } = libraries();
afterAll(close);

const post = (length: number) => `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

/** Sends the text, then a little of something every 100 ms, until the other side has enough; how long that took and what it said. */
const dribble = (url: string, text: string, drip: string) =>
  new Promise<{ ms: number; said: string }>((resolve, reject) => {
    const startedAt = performance.now();
    let said = "";
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(text));
    const dripping = setInterval(() => drip && socket.writable && socket.write(drip), 100);
    const late = setTimeout(() => reject(new Error("it is still open")), 10_000);
    socket.on("data", chunk => (said += String(chunk))).on("error", () => undefined);
    socket.once("close", () => {
      clearInterval(dripping);
      clearTimeout(late);
      socket.destroy();
      resolve({ ms: performance.now() - startedAt, said });
    });
  });

it.each([
  ["its headers", "POST /graphql HTTP/1.1\r\nhost: x\r\n", "x-a: b\r\n"],
  ["its first line", "POST /gra", ""],
  ["its body", post(1000), " "],
  ["its body, of which it sends nothing", post(1000), ""],
])("closes a client that is slow with %s", async (_what, text, drip) => {
  const { url, asked } = await start({ http: { requestTimeoutMs: 1000 } });
  const { ms, said } = await dribble(url, text, drip);
  expect(ms).toBeGreaterThan(900);
  expect(ms).toBeLessThan(4000);
  expect(said).toMatch(/^HTTP\/1\.1 408 /);
  expect(asked).toEqual([]);
});

it("closes a client that connects and says nothing", async () => {
  const { url } = await start({ http: { requestTimeoutMs: 1000 } });
  expect((await dribble(url, "", "")).ms).toBeLessThan(4000);
});

it("serves others while hundreds are slow", async () => {
  const { url } = await start({ http: { requestTimeoutMs: 1500 } });
  const slow = Array.from({ length: 300 }, () => dribble(url, "POST /graphql HTTP/1.1\r\nhost: x\r\n", "x-a: b\r\n"));
  expect((await ask(url, "{ book { id } }")).status).toBe(200);
  expect((await Promise.all(slow)).length).toBe(300);
});

it("ends at once, whatever connections stand idle", async () => {
  const { url, gateway } = await start();
  const silent = connect(Number(new URL(url).port), "127.0.0.1");
  silent.on("error", () => undefined);
  await new Promise(resolve => silent.once("connect", resolve));
  await ask(url, "{ book { id } }");
  const startedAt = performance.now();
  await gateway.close();
  expect(performance.now() - startedAt).toBeLessThan(1000);
  silent.destroy();
});
