import { setTimeout as sleep } from "node:timers/promises";
import { Faults } from "./faults";
import { slopeOf, type Sample } from "./heap";
import { Load } from "./load";
import type { Options } from "./options";
import { System } from "./system";

const sampleMs = 3000;
const reloadMs = 3000;
const tellMs = 10_000;
// Before the time begins: a busy machine takes longer to have compiled what runs often.
const warmUpRequests = 1000;
// What is filled once and stays is filled by then.
const warmUpShare = 1 / 3;

type Say = (line: string) => void;

/** Mixed load with faults and reloads; whether all went well. */
export const soak = async ({ minutes, clients, slope: mostGrowth }: Options, say: Say, isEnding: () => boolean): Promise<boolean> => {
  const system = new System();
  let isGood = false;
  try {
    await system.start();
    const faults = new Faults(system);
    const load = new Load(system.url, faults.wasAtFault);
    const samples: Sample[] = [];
    load.start(clients);
    while (load.requests < warmUpRequests && system.isRunning && !isEnding()) await sleep(100);
    const begunAt = performance.now();
    const passed = () => (performance.now() - begunAt) / 60_000;
    const faulting = faults.run();
    let [reloads, sampledAt, reloadedAt, toldAt] = [0, -Infinity, 0, performance.now()];
    while (passed() < minutes && system.isRunning && !isEnding()) {
      const now = performance.now();
      if (now - reloadedAt > reloadMs) {
        reloadedAt = now;
        // Every fifth cannot be used, and is mended by the next.
        system.changeSupergraph((reloads += 1), reloads % 5 !== 0);
      }
      if (now - sampledAt > sampleMs) {
        sampledAt = now;
        samples.push({ minutes: passed(), megabytes: await system.heapMegabytes() });
      }
      if (now - toldAt > tellMs) {
        toldAt = now;
        say(`${passed().toFixed(1)} min  ${load.requests} requests, ${load.partial} partial, ${load.failed} failed; heap ${samples.at(-1)?.megabytes.toFixed(1)} MB; fault: ${faults.now}`);
      }
      await sleep(100);
    }
    faults.end();
    await faulting;
    await load.end();
    const taken = system.isRunning ? await system.figure(`gateway_supergraph_reloads_total{outcome="taken"}`) : 0;
    const refused = system.isRunning ? await system.figure(`gateway_supergraph_reloads_total{outcome="refused"}`) : 0;
    const slope = slopeOf(samples.filter(sample => sample.minutes > minutes * warmUpShare));
    say("");
    say(`requests             ${load.requests} (${[...load.kinds].map(([kind, count]) => `${kind} ${count}`).join(", ")})`);
    say(`partial answers      ${load.partial}, each with the division that was at fault`);
    say(`unexpected failures  ${load.failed}`);
    for (const failure of load.failures) say(`  ${failure}`);
    say(`faults               ${faults.count}`);
    say(`supergraphs          ${taken} taken over, ${refused} refused`);
    say(`heap                 ${slope >= 0 ? "+" : ""}${slope.toFixed(2)} MB a minute (at most ${mostGrowth.toFixed(2)}), ${samples.at(-1)?.megabytes.toFixed(1)} MB at the end`);
    say(`answers in ms        p50 ${load.quantile(0.5).toFixed(1)}, p99 ${load.quantile(0.99).toFixed(1)}`);
    if (!system.isRunning) say("the gateway          ended by itself");
    isGood = system.isRunning && load.failed === 0 && slope <= mostGrowth && taken > 0;
    return isGood;
  } finally {
    await system.stop(isGood);
  }
};
