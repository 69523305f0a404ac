import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startGatewayProcess } from "../fixtures/gateway-process.fixture";
import { ask, services, startDivision, supergraphAt } from "../fixtures/small-graph.fixture";

jest.setTimeout(300_000); // one minute on an idle machine; other tests run beside it

const { keep, close } = services();
const running: { close: () => Promise<void> }[] = [];
afterAll(async () => {
  await Promise.all(running.map(gateway => gateway.close()));
  await close();
});

const megabyte = 1024 * 1024;

/** The gateway in a process whose heap is its own. */
const start = async (supergraphSdl: string) => {
  const env = { LOG_LEVEL: "warn", SUPERGRAPH_POLL_SECONDS: "0.02" };
  const gateway = await startGatewayProcess({ supergraphSdl, env, nodeArguments: ["--expose-gc", "--require", join(__dirname, "heap.process.cjs")] });
  running.push(gateway);
  return {
    ...gateway,
    heap: async () => (await gateway.tell<{ heap: number }>({ heap: true })).heap,
    taken: async () => Number(/^gateway_supergraph_reloads_total\{outcome="taken"\} (\d+)$/m.exec(await (await fetch(new URL("/metrics", gateway.url))).text())![1]),
  };
};

it("a hundred changed supergraphs under load lose no request and leave the heap flat", async () => {
  const [hosts, visits] = [await keep(startDivision("hosts")), await keep(startDivision("guest-visits"))];
  const urls = { hosts: hosts.url, "guest-visits": visits.url };
  // Large enough for a few that are kept to be seen.
  const ballast = `\ntype Ballast @join__type(graph: HOSTS) { ${Array.from({ length: 400 }, (_, index) => `field${index}(first: Int, after: ID): [Host!]`).join(" ")} }\n`;
  const base = supergraphAt(urls) + ballast;
  const version = (number: number) => base.replace(/(\n\s*)tide\(moon: Moon\): String/, `$1tide${String(number).padStart(4, "0")}(moon: Moon): String @join__field(graph: HOSTS)$&`);
  const { url, file, heap, taken, printed } = await start(version(0));

  let [answers, isOver] = [0, false];
  const wrong: unknown[] = [];
  const client = async (number: number) => {
    for (let count = 0; !isOver; count++) {
      const answer = await ask(url, count % 3 ? "{ hosts { name guests } visitCount }" : `query Host${number}_${count % 5} { host(id: "1") { name } }`).catch((error: unknown) => ({ error, data: undefined }));
      answers += 1;
      if (!answer.data || "errors" in answer) wrong.push(answer);
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  };
  const clients = Array.from({ length: 4 }, (_, number) => client(number));
  const change = async (number: number) => {
    writeFileSync(`${file}.new`, version(number));
    renameSync(`${file}.new`, file);
    for (const end = Date.now() + 30_000; (await taken()) < number; await new Promise(resolve => setTimeout(resolve, 10))) if (Date.now() > end) throw new Error(`change ${number} was not taken: ${printed()}`);
  };
  for (let number = 1; number <= 10; number++) await change(number);
  const early = await heap();
  for (let number = 11; number <= 100; number++) await change(number);
  const late = await heap();
  isOver = true;
  await Promise.all(clients);

  expect(wrong).toEqual([]);
  expect(answers).toBeGreaterThan(300);
  // Ninety schemas that are kept, without their planners, are over seventy.
  expect((late - early) / megabyte).toBeLessThan(10);
});
