import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import { nodeFlags, type Gateway, type Ground } from "./gateways";
import { freePort, startNode, stop } from "./processes";

/** A gateway that listens and has given the right answer. */
export interface Serving {
  gateway: Gateway;
  url: string;
  child: ChildProcess;
  pid: number;
}

export interface Question {
  query: string;
  variables: Record<string, unknown>;
  expected: unknown;
}

const waitMs = 60_000;

export const answerOf = async (url: string, { query, variables }: Question): Promise<unknown> => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
};

/** The first place where two answers differ. */
const difference = (got: unknown, expected: unknown, path = "answer"): string | undefined => {
  if (isDeepStrictEqual(got, expected)) return undefined;
  if (typeof got === "object" && typeof expected === "object" && got !== null && expected !== null) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      const found = difference((got as Record<string, unknown>)[key], (expected as Record<string, unknown>)[key], `${path}.${key}`);
      if (found) return found;
    }
    return undefined; // one has a prototype, the other none
  }
  return `${path} is ${String(JSON.stringify(got)).slice(0, 300)}, expected ${String(JSON.stringify(expected)).slice(0, 100)}`;
};

export const differenceOf = async (url: string, question: Question) => {
  const answer = (await answerOf(url, question)) as { errors?: unknown };
  return answer.errors === undefined ? difference(answer, question.expected) : `errors ${JSON.stringify(answer.errors).slice(0, 300)}`;
};

/** Starts a gateway and compares its answers; a text says why it is not measured. */
export const serve = async (gateway: Gateway, ground: Ground, question: Question, flags: readonly string[] = []): Promise<Serving | string> => {
  const port = await freePort();
  const start = gateway.start(ground, port);
  if (typeof start === "string") return `skipped: ${start}`;
  const url = `http://127.0.0.1:${port}/graphql`;
  const logFile = join(ground.folder, `${gateway.name}.log`);
  const child = startNode("measured", { ...start, args: [...(gateway.plainNode ? [] : nodeFlags), ...flags, ...start.args], logFile });
  const until = Date.now() + waitMs;
  let problem: string | undefined = "no answer";
  while (Date.now() < until && child.exitCode === null) {
    problem = await differenceOf(url, question).catch((error: unknown) => `no answer: ${String(error)}`);
    if (!problem) return { gateway, url, child, pid: child.pid! };
    // It listens before it is ready, or answers wrongly: only time tells.
    if (!problem.startsWith("no answer") && Date.now() > until - waitMs + 15_000) break;
    await sleep(300);
  }
  await stop(child);
  return `not measured (see ${gateway.name}.log): ${problem}`;
};
