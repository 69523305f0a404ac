import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { reportsFolder } from "./config";
import { gateways as allGateways, type Gateway } from "./gateways";
import type { Workload } from "./ground";
import type { Options } from "./options";
import { peakMemoryMb } from "./process-figures";
import { reportOf, type Findings, type Run } from "./report";
import { runRounds } from "./rounds";
import { differenceOf, serve, type Serving } from "./serving";
import { stop } from "./processes";

/** Its package.json is not among what the package shows, so it is looked for above its main file. */
const versionOf = (name: string): string => {
  for (let folder = dirname(require.resolve(name)); ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    const found = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { name?: string; version?: string }) : {};
    if (found.name === name) return found.version!;
  }
};

const chosen = (only: string[] | undefined): Gateway[] => {
  const unknown = only?.filter(name => !allGateways.some(gateway => gateway.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`There is no gateway ${unknown.join(", ")}; there are ${allGateways.map(({ name }) => name).join(", ")}.`);
  return allGateways.filter(({ name }) => !only || only.includes(name));
};

/** How many requests to subgraphs one answer takes when nobody else asks. */
const fetchesOf = async (serving: Serving, workload: Workload) => {
  const before = await workload.subrequests();
  await differenceOf(serving.url, workload.question);
  return (await workload.subrequests()) - before;
};

/** Starts, compares and measures the gateways, writes the report and prints it. */
export const benchmarkGateways = async (workload: Workload, options: Options, say: (line: string) => void): Promise<void> => {
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const gateways = chosen(options.only);
  const left = new Map<string, string>();
  const fetches = new Map<string, number>();
  const servings: Serving[] = [];
  for (const gateway of gateways) {
    const serving = await serve(gateway, workload.ground, workload.question);
    if (typeof serving === "string") left.set(gateway.name, serving);
    else {
      servings.push(serving);
      fetches.set(gateway.name, await fetchesOf(serving, workload));
    }
    tell(`${gateway.name}: ${left.get(gateway.name) ?? `right answer, ${fetches.get(gateway.name)} subrequests`}`);
  }
  const runs: Run[] = [];
  for (const mode of options.modes) {
    for (const connections of options.alone ? [options.connections, 1] : [options.connections]) {
      const setting = { mode, connections, seconds: options.seconds, rounds: options.rounds };
      runs.push({ setting, measures: await runRounds(servings, workload, setting, tell) });
    }
  }
  const findings: Findings = {
    date: new Date().toISOString().slice(0, 10),
    runs,
    gateways,
    left,
    fetches,
    memory: new Map(servings.map(({ gateway, pid }) => [gateway.name, peakMemoryMb(pid)])),
    answerBytes: Buffer.byteLength(JSON.stringify(workload.question.expected)),
    ownVersions: ["@apollo/server", "@apollo/gateway"].map(name => `${name} ${versionOf(name)}`),
  };
  await Promise.all(servings.map(({ child }) => stop(child)));
  const report = reportOf(findings);
  const file = options.report ?? join(reportsFolder, `gateway-${findings.date}.md`);
  mkdirSync(reportsFolder, { recursive: true });
  writeFileSync(file, report);
  say(report);
  tell(`Written to ${file}`);
};
