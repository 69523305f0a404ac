import { setTimeout as sleep } from "node:timers/promises";
import { Faults, leastFaults } from "./faults";
import { slopeOf, type Sample } from "./heap";
import { Load } from "./load";
import type { Options } from "./options";
import { Supergraphs } from "./supergraphs";
import { System } from "./system";

const sampleMs = 3000;
const tellMs = 10_000;
// Before the time begins: a busy machine takes longer to have compiled what runs often.
const warmUpRequests = 1000;
// What is filled once and stays is filled by then.
const warmUpShare = 1 / 3;
// What a run has to have seen: each kind of fault, and so many supergraphs. A busy machine takes longer for it than was asked.
const leastTaken = 10;
const mostMinutesMore = 3;

type Say = (line: string) => void;

/** Mixed load with faults and changed supergraphs; whether all went well. */
export const soak = async ({ minutes, clients, slope: mostGrowth }: Options, say: Say, isEnding: () => boolean): Promise<boolean> => {
  const system = new System();
  let isGood = false;
  try {
    await system.start();
    const over = new AbortController();
    const faults = new Faults(system, over.signal);
    const supergraphs = new Supergraphs(system, over.signal);
    const load = new Load(system.url, faults.wasAtFault);
    const samples: Sample[] = [];
    load.start(clients);
    const goesOn = () => system.isRunning && !isEnding();
    while (load.requests < warmUpRequests && goesOn()) await sleep(100);
    const begunAt = performance.now();
    const passed = () => (performance.now() - begunAt) / 60_000;
    const sawAll = (taken: number) => faults.count >= leastFaults && taken >= leastTaken;
    const changing = [faults.run(), supergraphs.run()];
    let [sampledAt, toldAt] = [-Infinity, performance.now()];
    while (goesOn() && (passed() < minutes || (passed() < minutes + mostMinutesMore && !sawAll(await supergraphs.taken())))) {
      const now = performance.now();
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
    const lasted = passed();
    over.abort();
    await Promise.all(changing);
    await load.end();
    const taken = system.isRunning ? await supergraphs.taken() : 0;
    const refused = system.isRunning ? await supergraphs.refused() : 0;
    // Where the user has ended it, what went before counts.
    const isEnough = taken > 0 && (isEnding() || sawAll(taken));
    const slope = slopeOf(samples.filter(sample => sample.minutes > lasted * warmUpShare));
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
    else if (!isEnough) say(`too little           in ${lasted.toFixed(1)} minutes: at least ${leastFaults} faults and ${leastTaken} supergraphs taken over are asked for`);
    isGood = system.isRunning && load.failed === 0 && slope <= mostGrowth && isEnough;
    return isGood;
  } finally {
    await system.stop(isGood);
  }
};
