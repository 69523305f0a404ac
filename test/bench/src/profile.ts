import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gateways } from "./gateways";
import type { Workload } from "./ground";
import { stop } from "./processes";
import { summarize, type Profile } from "./profile-summary";
import { measure, type Mode } from "./rounds";
import { serve } from "./serving";

interface Extent {
  mode: Mode;
  connections: number;
  seconds: number;
  light: boolean;
}

/** The first part of the load only warms the gateway up. */
const warmUpPart = 0.3;

/** A CPU profile of one gateway under load, from after its warm-up to its end. */
export const profile = async (workload: Workload, name: string, { mode, connections, seconds, light }: Extent): Promise<string> => {
  const gateway = gateways.find(each => each.name === name);
  if (!gateway) throw new Error(`There is no gateway ${name}; there are ${gateways.map(each => each.name).join(", ")}.`);
  const folder = join(workload.ground.folder, "profiles", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const startedAt = Date.now();
  const serving = await serve(gateway, workload.ground, light ? workload.light : workload.question, ["--cpu-prof", `--cpu-prof-dir=${folder}`]);
  if (typeof serving === "string") throw new Error(`${name} ${serving}`);
  const skipMs = Date.now() - startedAt + seconds * 1000 * warmUpPart;
  const figures = await measure(serving, workload, { mode, connections, seconds, rounds: 1, ...(light && { body: JSON.stringify({ query: workload.light.query }) }) });
  await stop(serving.child);
  const texts = readdirSync(folder).map(file => summarize(JSON.parse(readFileSync(join(folder, file), "utf8")) as Profile, skipMs));
  return [`${name}, ${light ? "light query" : mode}, ${connections} connections: ${figures.perSecond.toFixed(1)}/s with the profiler on; start and warm-up left out`, ...texts].join("\n");
};
