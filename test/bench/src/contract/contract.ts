import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { operations } from "@huu-nghi/contract";
import { benchFolder, committedSupergraph } from "../config";
import { gateways, type Ground } from "../gateways";
import { ratios, spreadOf, written } from "../medians";
import type { Options } from "../options";
import { installPeers } from "../peers";
import { messageOf, startNode, stop } from "../processes";
import { measure, type Measures } from "../rounds";
import { answerOf, differenceOf, serve, type Question, type Serving } from "../serving";

/** Who can ask the divisions at all and is worth comparing. */
const taking = ["stock", "ours", "ours-unshared", "ours-stock-executor", "hive-router-runtime"];

/** Through a proxy that signs, to the divisions of a running npm start on the same DATA_DIR. */
const prepare = async (): Promise<Ground & { countUrl: string }> => {
  const folder = benchFolder();
  mkdirSync(folder, { recursive: true });
  const addresses = join(folder, "../addresses.json");
  const keys = join(folder, "../gateway-keys.json");
  for (const file of [addresses, keys]) if (!existsSync(file)) throw new Error(`There is no ${file}: run npm start on the same DATA_DIR beside this, without keys of your own.`);
  const peers = installPeers(folder);
  const divisions = JSON.parse(readFileSync(addresses, "utf8")) as Record<string, string>;
  const proxy = startNode("load", { args: [join(__dirname, "signing-proxy.process.js"), keys, JSON.stringify(divisions)], logFile: join(folder, "signing-proxy.log") });
  const subgraphUrls = (await messageOf(proxy)) as Record<string, string>;
  const supergraph = join(folder, "contract-supergraph.graphql");
  const text = readFileSync(committedSupergraph, "utf8");
  writeFileSync(supergraph, text.replace(/(@join__graph\(name: "([^"]+)", url: ")[^"]*"/g, (_all, before: string, name: string) => `${before}${subgraphUrls[name]}"`));
  return { folder, peers, supergraph, subgraphUrls, countUrl: Object.values(subgraphUrls)[0]! };
};

const ready: Question = { query: "{ __typename }", variables: {}, expected: { data: { __typename: "Query" } } };

/** The operations that dashboards send, all in turns, over the real divisions. What a gateway costs is its CPU. */
export const benchmarkContract = async (options: Options, say: (line: string) => void): Promise<void> => {
  const { countUrl, ...ground } = await prepare();
  const subrequests = async () => ((await (await fetch(countUrl)).json()) as { requests: number }).requests;
  const questions: Question[] = operations().map(({ text, variables }) => ({ query: text, variables, expected: undefined }));
  const servings: Serving[] = [];
  for (const name of taking.filter(each => !options.only || each === "stock" || options.only.includes(each))) {
    const serving = await serve(gateways.find(gateway => gateway.name === name)!, ground, ready);
    if (typeof serving === "string") {
      say(`${name} ${serving}`);
      continue;
    }
    // The library's answers are those that the others must give.
    if (name === "stock") for (const question of questions) question.expected = await answerOf(serving.url, question);
    const differences: string[] = [];
    for (const question of questions) {
      const found = await differenceOf(serving.url, question);
      if (found) differences.push(`${/\w+ (\w+)/.exec(question.query)?.[1]}: ${found}`);
    }
    if (differences.length === 0) servings.push(serving);
    else {
      say([`${name} is not measured, its answers differ:`, ...differences].join("\n  "));
      await stop(serving.child);
    }
  }
  const bodies = questions.map(({ query, variables }) => JSON.stringify({ query, variables }));
  const measures: Measures = new Map(servings.map(({ gateway }) => [gateway.name, []]));
  for (let round = -1; round < options.rounds; round++) {
    for (const serving of servings) {
      const figures = await measure(serving, { ground, subrequests }, { mode: "identical", connections: options.connections, seconds: options.seconds, rounds: options.rounds, bodies });
      if (round >= 0) measures.get(serving.gateway.name)!.push(figures);
    }
  }
  say(`${questions.length} contract operations in turns, ${options.connections} connections; CPU of the gateway's process per answer (the divisions and their database are slower than any gateway, so answers/s say little)`);
  const stockCosts = measures.get("stock")?.map(each => each.cpuPerAnswer) ?? [];
  for (const [name, each] of measures) {
    const costs = each.map(({ cpuPerAnswer }) => cpuPerAnswer);
    const of = (figure: "perSecond" | "p50" | "p99" | "subrequestsPerAnswer") => written(spreadOf(each.map(one => one[figure])));
    const failures = each.reduce((sum, one) => sum + one.failures, 0);
    say(`${name.padEnd(22)}${written(spreadOf(costs))} ms CPU, ${written(ratios(costs, stockCosts))} of stock; ${of("perSecond")}/s, p50 ${of("p50")} ms, p99 ${of("p99")} ms; ${of("subrequestsPerAnswer")} subrequests${failures > 0 ? `; ${failures} FAILED` : ""}`);
  }
};
