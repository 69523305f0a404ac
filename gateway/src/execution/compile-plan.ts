import type { FetchNode, PlanNode, QueryPlan, ResponsePath } from "@apollo/query-planner";
import type { SubgraphConnection } from "../subgraph/subgraph-request";
import { EntityFetch, RootFetch, wordsOf } from "./fetch";
import { fetchesIn } from "./plan-fetches";
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
  const plan = { kind: "QueryPlan", node } as const;
  return compile(node, [], { ...options, readOnly: options.isWhole ? readOnlyFetches(plan) : new Set(), repeated: repeatedFetches(plan) });
};

/** The requests for entities beside which others of the plan ask the same division in the same words. */
const repeatedFetches = (plan: QueryPlan): ReadonlySet<FetchNode> => {
  const byWords = new Map<string, FetchNode[]>();
  for (const { fetch } of fetchesIn(plan)) if (fetch.requires) byWords.set(wordsOf(fetch), [...(byWords.get(wordsOf(fetch)) ?? []), fetch]);
  return new Set([...byWords.values()].filter(({ length }) => length > 1).flat());
};

const compile = (node: PlanNode, path: ResponsePath, options: PlanOptions & { readOnly: ReadonlySet<FetchNode>; repeated: ReadonlySet<FetchNode> }): Step => {
  switch (node.kind) {
    case "Sequence":
      return inSequence(node.nodes.map(part => compile(part, path, options)));
    case "Parallel":
      return sideBySide(node.nodes.map(part => compile(part, path, options)));
    case "Flatten":
      return compile(node.node, [...path, ...node.path], options);
    case "Fetch": {
      const { types, clientNames, connectionTo, readOnly, repeated } = options;
      const fetchOptions = { connection: connectionTo(node.serviceName), types, clientNames, readOnly: readOnly.has(node) };
      return (node.requires ? new EntityFetch(node, path, { ...fetchOptions, isRepeated: repeated.has(node) }) : new RootFetch(node, path, fetchOptions)).run;
    }
    case "Condition":
      return when(node.condition, node.ifClause && compile(node.ifClause, path, options), node.elseClause && compile(node.elseClause, path, options));
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

const when =
  (variable: string, then: Step = nothing, otherwise: Step = nothing): Step =>
  run => (run.conditions[variable] ? then(run) : otherwise(run));
