import { putUnderLoad, type LoadResult } from "./load";
import { cpuMs } from "./process-figures";
import type { Question, Serving } from "./serving";
import type { Workload } from "./ground";
import { placeholder } from "./workload/queries";

export type Mode = "unique" | "identical";

export interface Setting {
  mode: Mode;
  connections: number;
  seconds: number;
  rounds: number;
}

/** One gateway in one round. */
export interface Measure extends LoadResult {
  cpuPerAnswer: number;
  /** How much of its core it used, 0 to 1; much less than 1 says that the load was the slower part. */
  busy: number;
  subrequestsPerAnswer: number;
  bytesPerAnswer: number;
}

export type Measures = Map<string, Measure[]>;

const bodyOf = ({ question }: { question?: Question }, mode: Mode) =>
  JSON.stringify({ query: question?.query, variables: mode === "unique" ? { visitor: placeholder } : question?.variables });

/** Another body than that of the question, or several in turns. */
interface Bodies {
  body?: string;
  bodies?: string[];
}

export const measure = async (serving: Serving, workload: Pick<Workload, "ground" | "subrequests"> & { question?: Question }, { mode, connections, seconds, body, bodies }: Setting & Bodies): Promise<Measure> => {
  const before = { cpu: cpuMs(serving.pid), subrequests: await workload.subrequests() };
  const load = { url: serving.url, body: body ?? bodyOf(workload, mode), bodies, connections, seconds, unique: mode === "unique" };
  const result = await putUnderLoad(load);
  const cpu = cpuMs(serving.pid) - before.cpu;
  return {
    ...result,
    cpuPerAnswer: cpu / result.answers,
    busy: cpu / 1000 / result.seconds,
    subrequestsPerAnswer: ((await workload.subrequests()) - before.subrequests) / result.answers,
    bytesPerAnswer: result.bytes / result.answers,
  };
};

/** Every gateway in every round, each round starting with another one, after one stretch each to warm up. */
export const runRounds = async (servings: Serving[], workload: Workload, setting: Setting, tell: (line: string) => void): Promise<Measures> => {
  const taking = servings.filter(({ gateway }) => setting.mode === "identical" || !gateway.onlyIdentical);
  const measures: Measures = new Map(taking.map(({ gateway }) => [gateway.name, []]));
  for (let round = -1; round < setting.rounds; round++) {
    const order = taking.map((_, index) => taking[(index + Math.max(round, 0)) % taking.length]!);
    for (const serving of order) {
      const figures = await measure(serving, workload, setting);
      const { name } = serving.gateway;
      if (round >= 0) measures.get(name)!.push(figures);
      tell(`${setting.mode} ${setting.connections}c ${round < 0 ? "warm-up" : `round ${round + 1}`}  ${name.padEnd(28)}${figures.perSecond.toFixed(1)}/s  p50 ${figures.p50} ms  p99 ${figures.p99} ms  ${figures.cpuPerAnswer.toFixed(2)} ms CPU${figures.failures > 0 ? `  ${figures.failures} FAILED` : ""}`);
    }
  }
  return measures;
};
