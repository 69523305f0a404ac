import { cpus, release, totalmem } from "node:os";
import { nodeFlags, type Gateway } from "./gateways";
import { ratios, spreadOf, written } from "./medians";
import { versions } from "./peers";
import { pinned } from "./processes";
import type { Measure, Measures, Setting } from "./rounds";
import { judge, mostMemoryMb, type Judged } from "./targets";

export interface Run {
  setting: Setting;
  measures: Measures;
}

export interface Findings {
  date: string;
  runs: Run[];
  gateways: Gateway[];
  /** Why a gateway was not measured. */
  left: Map<string, string>;
  /** Peak memory in MB over all runs. */
  memory: Map<string, number>;
  /** Requests to subgraphs for one answer, when nobody else asks. */
  fetches: Map<string, number>;
  answerBytes: number;
  /** Each with its name. */
  ownVersions: string[];
}

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const tableOf = (heads: readonly string[], rows: readonly (readonly string[])[]) => [row(heads), row(heads.map(() => "---")), ...rows.map(row)];

const of = (measures: Measure[], figure: keyof Measure) => measures.map(each => each[figure]);

const rowOf = (name: string, measures: Measure[], all: Measures, memory: number | undefined) => {
  const against = (other: string) => {
    const theirs = all.get(other);
    return theirs ? written(ratios(of(measures, "perSecond"), of(theirs, "perSecond"))) : "–";
  };
  const failures = measures.reduce((sum, each) => sum + each.failures, 0);
  const p99 = all.get("stock") ? written(ratios(of(measures, "p99"), of(all.get("stock")!, "p99"))) : "–";
  return [
    name,
    against("stock"),
    against("hive-router-runtime"),
    against("hive-router-runtime-dedupe"),
    p99,
    written(spreadOf(of(measures, "perSecond"))),
    written(spreadOf(of(measures, "p50"))),
    written(spreadOf(of(measures, "p99"))),
    written(spreadOf(of(measures, "cpuPerAnswer"))),
    spreadOf(of(measures, "busy")).median.toFixed(2),
    spreadOf(of(measures, "subrequestsPerAnswer")).median.toFixed(1),
    memory?.toFixed(0) ?? "–",
    String(failures),
  ];
};

const heads = ["gateway", "× stock", "× Hive rr", "× Hive rr, dedupe", "p99 ÷ stock", "answers/s", "p50 ms", "p99 ms", "CPU ms", "core used", "subrequests", "peak MB", "failed"];

const runLines = ({ setting, measures }: Run, { memory }: Findings) => [
  "",
  `## ${setting.mode === "unique" ? "Unique" : "Identical"} load, ${setting.connections} connection${setting.connections === 1 ? "" : "s"}`,
  "",
  ...tableOf(heads, [...measures].map(([name, each]) => rowOf(name, each, measures, memory.get(name)))),
];

const verdictLine = ({ mode, ours, against, figure, must, aim, reached, verdict }: Judged) => [
  `${mode}: ${ours}, ${figure === "p99" ? "p99" : "answers/s"} against ${against}`,
  `${figure === "p99" ? "at most" : "at least"} ${must}`,
  String(aim),
  written(reached),
  verdict,
];

const targetLines = ({ runs, memory }: Findings) => {
  const judged = runs.filter(({ setting }) => setting.connections > 1).flatMap(({ setting, measures }) => judge(setting, measures));
  const mb = memory.get("ours");
  const memoryRow = mb === undefined ? [] : [["ours, peak memory in MB", `at most ${mostMemoryMb}`, "", mb.toFixed(0), mb <= mostMemoryMb ? "reached" : "missed"]];
  return ["", "## Targets", "", ...tableOf(["what", "must", "aim", "median (min–max)", "verdict"], [...judged.map(verdictLine), ...memoryRow])];
};

const machineLines = ({ date, ownVersions }: Findings) => [
  `- ${date}; ${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB; ${process.platform} ${release()}; Node ${process.versions.node}`,
  `- ${[...ownVersions, ...versions].join(", ")}`,
  `- Node flags of all: ${nodeFlags.length === 0 ? "none" : `\`${nodeFlags.join(" ")}\``}`,
  pinned ? "- The measured gateway alone on core 0; load, subgraphs and this program on core 1 (taskset)." : "- Without taskset: the gateway and the load shared all cores, so the ratios are too small.",
];

/** The whole of what was measured, losses too, as Markdown. */
export const reportOf = (findings: Findings): string => {
  const { runs, gateways, left, fetches, answerBytes } = findings;
  const [first] = runs;
  return [
    "# Gateways side by side",
    "",
    ...machineLines(findings),
    `- ${first?.setting.rounds ?? 0} rounds of ${first?.setting.seconds ?? 0} s after a warm-up, each round starting with another gateway. A cell is the median (least–most) of the rounds; a ratio is taken within each round.`,
    `- Four static subgraphs in one process; a deep query of ${(answerBytes / 1000).toFixed(0)} KB of answer. Unique: each request has a variable value of its own, which reaches one fetch and the answer. Identical: all ask the same. Every gateway's answer was the expected one before it was timed.`,
    "- \"core used\" well below 1 says that the load, not the gateway, was the limit: the gateway could do more. \"subrequests\" is what the subgraphs were asked for each answer under load.",
    "",
    "## Who took part",
    "",
    ...tableOf(["gateway", "what it is", "subrequests when alone"], gateways.map(({ name, says }) => [name, left.has(name) ? `${says}: **${left.get(name)!.replaceAll("|", "\\|").replaceAll("\n", " ")}**` : says, fetches.get(name)?.toString() ?? "–"])),
    ...targetLines(findings),
    ...runs.flatMap(run => runLines(run, findings)),
    "",
    "## What remains",
    "",
    "(from a profile: `npm run bench -- profile`)",
    "",
  ].join("\n");
};
