import { ratios, type Spread } from "./medians";
import type { Measure, Measures, Setting } from "./rounds";

interface Target {
  mode: Setting["mode"];
  ours: string;
  against: string;
  figure: "perSecond" | "p99";
  must: number;
  aim: number;
}

/** At many connections. Speed is at least this, p99 at most. */
const targets: Target[] = [
  { mode: "unique", ours: "ours", against: "stock", figure: "perSecond", must: 6, aim: 8 },
  { mode: "unique", ours: "ours", against: "hive-router-runtime", figure: "perSecond", must: 1.5, aim: 1.8 },
  { mode: "unique", ours: "ours-unshared", against: "stock", figure: "perSecond", must: 4, aim: 5 },
  { mode: "identical", ours: "ours-shared-answers", against: "hive-router-runtime-dedupe", figure: "perSecond", must: 3, aim: 4 },
  { mode: "unique", ours: "ours", against: "stock", figure: "p99", must: 0.25, aim: 0.2 },
];

export const mostMemoryMb = 400;

export interface Judged extends Target {
  reached: Spread;
  verdict: "aim reached" | "reached" | "missed";
}

const figuresOf = (measures: Measures, name: string, figure: Target["figure"]): number[] => (measures.get(name) ?? []).map((each: Measure) => each[figure]);

/** What became of each target of a setting for which both gateways were measured. */
export const judge = ({ mode }: Setting, measures: Measures): Judged[] =>
  targets.flatMap(target => {
    const [ours, theirs] = [figuresOf(measures, target.ours, target.figure), figuresOf(measures, target.against, target.figure)];
    if (target.mode !== mode || ours.length === 0 || theirs.length === 0) return [];
    const reached = ratios(ours, theirs);
    const within = (bound: number) => (target.figure === "p99" ? reached.median <= bound : reached.median >= bound);
    return [{ ...target, reached, verdict: within(target.aim) ? "aim reached" : within(target.must) ? "reached" : "missed" } as const];
  });
