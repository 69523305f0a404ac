import type { FetchNode, PlanNode, QueryPlan, ResponsePath } from "@apollo/query-planner";
import type { SubgraphConnection } from "../subgraph/subgraph-request";
import { EntityFetch, RootFetch, type Remembering } from "./fetch";
import { wordsOf } from "./fetch-words";
import { lendersIn } from "./lenders";
import { fetchesIn, type PlacedFetch } from "./plan-fetches";
import type { Step } from "./plan-run";
import { readOnlyFetches } from "./read-only";
import type { TypeConditions } from "../supergraph/type-conditions";

export interface PlanOptions {
  /** Whether this plan's data are all that there is; those of others would be merged into them. */
  isWhole: boolean;
  connectionTo: (subgraph: string) => SubgraphConnection;
  types: TypeConditions;
  clientNames: ReadonlyMap<unknown, string>;
}

const nothing: Step = async () => undefined;

/** Turns a plan of the gateway library's planner into functions, so that a request only runs them. */
export const compilePlan = ({ node }: QueryPlan, options: PlanOptions): Step => {
  if (!node) return nothing;
  if (node.kind === "Subscription") throw new Error("Subscriptions are refused before they are planned.");
  const fetches = fetchesIn(node);
  return compile(node, [], { ...options, readOnly: options.isWhole ? readOnlyFetches(fetches) : new Set(), rememberingOf: rememberingIn(fetches) });
};

/** How each request for entities stands to the others of the plan that ask the same division for the same, or for more. */
const rememberingIn = (fetches: readonly PlacedFetch[]) => {
  const lenders = lendersIn(fetches);
  const wanted = new Map<string, number>();
  const want = (words: string) => void wanted.set(words, (wanted.get(words) ?? 0) + 1);
  for (const [fetch, ofFetch] of lenders) for (const words of [wordsOf(fetch), ...ofFetch.map(lender => lender.words)]) want(words);
  return (fetch: FetchNode): Remembering => {
    const ofFetch = lenders.get(fetch) ?? [];
    return { lenders: ofFetch, isRemembered: ofFetch.length > 0 || wanted.get(wordsOf(fetch))! > 1 };
  };
};

const compile = (node: PlanNode, path: ResponsePath, options: PlanOptions & { readOnly: ReadonlySet<FetchNode>; rememberingOf: (fetch: FetchNode) => Remembering }): Step => {
  switch (node.kind) {
    case "Sequence":
      return inSequence(node.nodes.map(part => compile(part, path, options)));
    case "Parallel":
      return sideBySide(node.nodes.map(part => compile(part, path, options)));
    case "Flatten":
      return compile(node.node, [...path, ...node.path], options);
    case "Fetch": {
      const { types, clientNames, connectionTo, readOnly, rememberingOf } = options;
      const fetchOptions = { connection: connectionTo(node.serviceName), types, clientNames, readOnly: readOnly.has(node) };
      return (node.requires ? new EntityFetch(node, path, { ...fetchOptions, ...rememberingOf(node) }) : new RootFetch(node, path, fetchOptions)).run;
    }
    case "Condition":
      throw new Error("What is skipped is taken out before an operation is planned.");
    case "Defer":
      throw new Error("@defer is refused before it is planned.");
  }
};

const inSequence =
  (steps: Step[]): Step =>
  async run => {
    for (const step of steps) await step(run);
  };

const sideBySide =
  (steps: Step[]): Step =>
  async run => {
    await Promise.all(steps.map(step => step(run)));
  };
