// One stretch of load, in a process of its own:  node load.process.js PEERS-FOLDER '{"url":…}'  prints what was measured.
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Load, LoadResult } from "./load";
import { placeholder } from "./workload/queries";

interface Autocannon {
  (options: object): Promise<{
    requests: { total: number };
    latency: { p50: number; p99: number; max: number };
    throughput: { total: number };
    duration: number;
    non2xx: number;
    errors: number;
    mismatches: number;
    timeouts: number;
  }>;
}

const [peers = "", given = "{}"] = process.argv.slice(2);
const autocannon = createRequire(join(peers, "package.json"))("autocannon") as Autocannon;
const { url, body, bodies, connections, seconds, unique } = JSON.parse(given) as Load;

// All of one length, and never one that another stretch of load has sent.
const stretch = Date.now().toString(36);
let sent = 0;
const another = () => `${stretch}-${String(sent++).padStart(8, "0")}`;
const [before = "", after = ""] = body.split(placeholder);

// An answer without a part that a subgraph did not give in time is quickly made, and none that anybody wants.
const isWhole = (answer: string) => !answer.includes('"errors":');

void autocannon({
  url,
  connections,
  duration: seconds,
  method: "POST",
  headers: { "content-type": "application/json", accept: "application/json" },
  body,
  ...(bodies && { requests: bodies.map(each => ({ body: each })) }),
  ...(unique && { requests: [{ setupRequest: (request: object) => ({ ...request, body: before + another() + after }) }] }),
  verifyBody: isWhole,
  timeout: 30,
}).then(({ requests, latency, throughput, duration, non2xx, errors, mismatches, timeouts }) => {
  const result: LoadResult = {
    answers: requests.total,
    perSecond: requests.total / duration,
    seconds: duration,
    p50: latency.p50,
    p99: latency.p99,
    slowest: latency.max,
    bytes: throughput.total,
    failures: non2xx + errors + mismatches + timeouts,
  };
  process.stdout.write(JSON.stringify(result));
});
