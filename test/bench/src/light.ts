import { gateways, type Gateway } from "./gateways";
import type { Workload } from "./ground";
import { putUnderLoad } from "./load";
import { spreadOf, written } from "./medians";
import { stop } from "./processes";
import { measure } from "./rounds";
import { serve } from "./serving";

const targetMs = 1;

interface Effort {
  connections: number;
  seconds: number;
  rounds: number;
}

/** What a query of one small field costs in the gateway's process, beside the same asked of the subgraph itself. */
const costOf = async (gateway: Gateway, workload: Workload, { connections, seconds, rounds }: Effort): Promise<string[]> => {
  const serving = await serve(gateway, workload.ground, workload.light);
  if (typeof serving === "string") return [`${gateway.name} ${serving}`];
  const body = JSON.stringify({ query: workload.light.query });
  const setting = { mode: "identical" as const, connections, seconds, rounds, body };
  const straightLoad = { url: workload.ground.subgraphUrls["registry"]!, body, connections, seconds, unique: false };
  await measure(serving, workload, setting);
  const costs: number[] = [];
  const lines: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    const through = await measure(serving, workload, setting);
    const straight = await putUnderLoad(straightLoad);
    costs.push(through.cpuPerAnswer);
    const failures = through.failures + straight.failures;
    lines.push(
      `${gateway.name}, round ${round}: ${through.cpuPerAnswer.toFixed(3)} ms of CPU; ${through.perSecond.toFixed(0)}/s, p50 ${through.p50} ms, p99 ${through.p99} ms; ` +
        `straight to the subgraph ${straight.perSecond.toFixed(0)}/s, p50 ${straight.p50} ms, p99 ${straight.p99} ms${failures > 0 ? `; ${failures} FAILED` : ""}`,
    );
  }
  await stop(serving.child);
  const cost = spreadOf(costs);
  const verdict = cost.median <= targetMs ? "reached" : "MISSED";
  return [...lines, `${gateway.name}: a light query costs ${written(cost)} ms of CPU over the subgraph's own answer; the target, at most ${targetMs} ms, is ${verdict}.`];
};

/** Also without in-flight sharing: many clients who ask the same would otherwise have one request between them. */
export const light = async (workload: Workload, effort: Effort): Promise<string> => {
  const lines: string[] = [];
  for (const gateway of gateways.filter(({ name }) => name === "ours" || name === "ours-unshared")) lines.push(...(await costOf(gateway, workload, effort)));
  return lines.join("\n");
};
