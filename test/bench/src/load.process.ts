// One stretch of load, in a process of its own:  node load.process.js '{"url":…}'  prints what was measured.
import { createHistogram } from "node:perf_hooks";
import { Client, type Dispatcher } from "undici";
import type { Load, LoadResult } from "./load";
import { placeholder } from "./workload/queries";

const { url, body, bodies = [body], connections, seconds, unique } = JSON.parse(process.argv[2] ?? "{}") as Load;
const { origin, pathname } = new URL(url);
const request = { method: "POST", path: pathname, headers: { "content-type": "application/json", accept: "application/json" } } as const;

// All of one length, and never one that another stretch of load has sent.
const stretch = Date.now().toString(36);
let sent = 0;
const another = () => `${stretch}-${String(sent++).padStart(8, "0")}`;
const [before = "", after = ""] = body.split(placeholder);
const nextBody = () => (unique ? before + another() + after : bodies[sent++ % bodies.length]!);

/**
 * How long the whole answer to a body is. One without a part that a subgraph did not give in time is quickly made, and none
 * that anybody wants; but to read each as text would cost this core more than a fast gateway costs the other.
 */
const wholeBytes = async (asked: string): Promise<number> => {
  const answer = await (await fetch(url, { method: request.method, headers: request.headers, body: asked })).text();
  if (answer.includes('"errors":')) throw new Error(`The answer is not whole: ${answer.slice(-500)}`);
  return Buffer.byteLength(answer);
};

/** The length of an answer with status 200; undefined for any other, and when the connection breaks. */
const ask = (client: Client, asked: string) =>
  new Promise<number | undefined>(resolve => {
    let isGood = false;
    let bytes = 0;
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: () => undefined,
      onResponseStart: (_controller, status) => void (isGood = status === 200),
      onResponseData: (_controller, chunk) => void (bytes += chunk.length),
      onResponseEnd: () => resolve(isGood ? bytes : undefined),
      onResponseError: () => resolve(undefined),
    };
    client.dispatch({ ...request, body: asked }, handler);
  });

const run = async () => {
  const whole = new Map<string, number>();
  for (const each of bodies) whole.set(each, await wholeBytes(unique ? nextBody() : each));
  const histogram = createHistogram();
  const figures = { answers: 0, bytes: 0, failures: 0 };
  const begunAt = performance.now();
  const endsAt = begunAt + seconds * 1000;
  const askOnAndOn = async () => {
    const client = new Client(origin, { pipelining: 1, headersTimeout: 30_000, bodyTimeout: 30_000 });
    for (;;) {
      const asked = nextBody();
      const askedAt = performance.now();
      const bytes = await ask(client, asked);
      const now = performance.now();
      if (now > endsAt) break;
      figures.answers += 1;
      figures.bytes += bytes ?? 0;
      figures.failures += bytes === whole.get(unique ? body : asked) ? 0 : 1;
      histogram.record(Math.max(1, Math.round((now - askedAt) * 1000)));
    }
    await client.destroy();
  };
  await Promise.all(Array.from({ length: connections }, askOnAndOn));
  const ms = (microseconds: number) => Math.round(microseconds / 10) / 100;
  const result: LoadResult = { ...figures, seconds, perSecond: figures.answers / seconds, p50: ms(histogram.percentile(50)), p99: ms(histogram.percentile(99)), slowest: ms(histogram.max) };
  process.stdout.write(JSON.stringify(result));
};

void run();
