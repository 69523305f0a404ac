import { OperatorFault } from "@huu-nghi/service-kit";
import type { Subgraph } from "../supergraph/supergraph-file";

const patienceMs = 2000;
const keptMs = 1000;

const answersOf = async (response: Response): Promise<Record<string, unknown>> => {
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === "object" && body !== null ? { ...body } : {};
};

/** A subgraph of ours says itself whether it is ready; any other one is when it answers the smallest query. */
const isReady = async ({ url }: Subgraph) => {
  const signal = AbortSignal.timeout(patienceMs);
  const page = await fetch(new URL("/health/ready", url), { signal });
  const { status } = await answersOf(page);
  if (typeof status === "string") return page.ok && status === "ready";
  const headers = { "content-type": "application/json" };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query: "{ __typename }" }), signal });
  return "data" in (await answersOf(answer));
};

/** Rejects with the names of the subgraphs that are not ready. Asked often, it asks them once a second. */
export const readinessOf = (subgraphs: () => Subgraph[]) => {
  const ask = async () => {
    const states = await Promise.all(subgraphs().map(async subgraph => ({ ...subgraph, ready: await isReady(subgraph).catch(() => false) })));
    const missing = states.filter(({ ready }) => !ready).map(({ name }) => name);
    if (missing.length > 0) throw new OperatorFault(`no answer from ${missing.join(", ")}`);
  };
  let last: { at: number; answer: Promise<void> } | undefined;
  return () => {
    if (!last || Date.now() - last.at > keptMs) last = { at: Date.now(), answer: ask() };
    return last.answer;
  };
};
