import type { SubgraphConnection } from "../subgraph/subgraph-request";
import { getVariableValues } from "graphql/execution/values";
import { Kind, OperationTypeNode, visit, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLError, type GraphQLObjectType, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { compilePlan } from "../execution/compile-plan";
import { merge } from "../execution/merge";
import type { PlanRun, Step } from "../execution/plan-run";
import { fragmentsIn, SelectedFields, type Conditions } from "../shaping/selected-fields";
import { ShapeCompiler, type Shape } from "../shaping/shape";
import { ShapeRun } from "../shaping/shape-run";
import type { TypeConditions } from "../supergraph/type-conditions";
import type { PlannedNames } from "./distinct-names";
import { introspectionOf } from "./introspection";
import type { Planner } from "./planner";

type Variables = Record<string, unknown>;
type Introspect = (variables: Variables) => Record<string, unknown>;

export interface OperationParts {
  schema: GraphQLSchema;
  /** Of that schema. */
  types: TypeConditions;
  planner: Planner;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  connectionTo: (subgraph: string) => SubgraphConnection;
}

export interface Outcome {
  data?: Record<string, unknown> | null;
  errors: readonly GraphQLError[];
  /** Where data do not fit the schema, and no error tells why. */
  faults: readonly GraphQLError[];
}

/** An operation's requests to divisions, for one choice of what is skipped and included. */
interface PlannedOperation {
  conditions: Conditions;
  /** More than one where the operation had to be taken apart; each run gives a part of the data. */
  steps: Step[];
  isPlanned: boolean;
  unanswered: ReadonlySet<FieldNode>;
}

// A client chooses which variables decide what is skipped, so it could ask for any number of these; as many as the five
// directives allow that an operation may have when nothing else is said.
const mostKept = 32;

const kept = <Value>(known: Map<string, Value>, key: string, make: () => Value): Value => {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (known.size >= mostKept) known.clear();
  known.set(key, made);
  return made;
};

const rootType = (schema: GraphQLSchema, { operation }: OperationDefinitionNode) =>
  (operation === OperationTypeNode.MUTATION ? schema.getMutationType() : schema.getQueryType()) as GraphQLObjectType;

const conditionNames = (document: DocumentNode) => {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== "skip" && name.value !== "include") return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
};

const related = (one: readonly unknown[], other: readonly unknown[]) => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.every((key, index) => key === long[index]);
};

/** An operation of a client, planned and compiled once: what is left to a request is to run it. */
export class CompiledOperation {
  private readonly planned = new Map<string, PlannedOperation>();
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly names: PlannedNames;
  private readonly introspect: Introspect | undefined;
  private readonly conditionNames: string[];
  private readonly shapes = new Map<string, Shape>();

  constructor(private readonly parts: OperationParts) {
    const { schema, planner, document, operation } = parts;
    this.fragments = fragmentsIn(document);
    this.names = planner.names.in(document);
    this.conditionNames = conditionNames(document);
    this.introspect = introspectionOf(schema, operation, this.fragments);
    if (this.conditionNames.length === 0) this.plannedFor({});
  }

  /** Plans what the same operation was asked for over another supergraph. */
  prepareFor({ planned }: CompiledOperation) {
    for (const { conditions } of planned.values()) this.plannedFor(conditions);
  }

  private plan(conditions: Conditions): PlannedOperation {
    const { planner, document, operation, connectionTo } = this.parts;
    const { plans, unanswered } = planner.plan(document, operation, this.names, conditions);
    const options = { isWhole: plans.length === 1, connectionTo, types: planner.types, clientNames: this.names.clientNames };
    return { conditions, steps: plans.map(plan => compilePlan(plan, options)), isPlanned: plans.some(({ node }) => node !== undefined), unanswered };
  }

  private plannedFor(conditions: Conditions): PlannedOperation {
    return kept(this.planned, this.keyOf(conditions), () => this.plan(conditions));
  }

  private keyOf(conditions: Conditions) {
    return this.conditionNames.map(name => (conditions[name] ? "1" : "0")).join("");
  }

  async execute(variables: Variables, run: Pick<PlanRun, "context" | "onCacheControl">): Promise<Outcome> {
    const { schema, operation } = this.parts;
    const { coerced, errors: invalid } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (invalid) return { errors: [...invalid], faults: [] };

    const conditions = Object.fromEntries(this.conditionNames.map(name => [name, coerced[name] === true]));
    const { steps, isPlanned } = this.plannedFor(conditions);
    const [planRun, ...others] = steps.map((): PlanRun => ({ ...run, data: {}, errors: [], explained: [], entityRequests: new Map(), remembers: operation.operation === OperationTypeNode.QUERY, variables: this.names.variablesOf(variables) })) as [PlanRun, ...PlanRun[]];
    await Promise.all([planRun, ...others].map((part, index) => steps[index]!(part)));
    for (const { data, errors, explained } of others) {
      merge(planRun.data, data);
      planRun.errors.push(...errors);
      planRun.explained.push(...explained);
    }

    const introspected = this.introspect?.(variables);
    const shapeRun = new ShapeRun(name => introspected?.[name] ?? null);
    const shaped = () => this.shape(conditions)(planRun.data, shapeRun);
    const data = run.context.trace ? run.context.trace.span("shape", shaped) : shaped();
    const told = [...planRun.errors.map(({ path }) => path), ...planRun.explained];
    const untold = shapeRun.faults.filter(fault => !told.some(path => !path || related(path, fault.path ?? [])));
    // Of an answer for which nobody was asked nothing may look like data.
    return { data: isPlanned || untold.length === 0 ? data : null, errors: planRun.errors, faults: untold };
  }

  /** The shape of the answer, which what is skipped and included decides. */
  private shape(conditions: Conditions): Shape {
    return kept(this.shapes, this.keyOf(conditions), () => {
      const { schema, types, operation, planner } = this.parts;
      const compiler = new ShapeCompiler(schema, types, new SelectedFields(types, this.fragments, conditions), this.names.keyOf, this.plannedFor(conditions).unanswered, planner.hidden);
      return compiler.object(rootType(schema, operation), [operation.selectionSet]);
    });
  }
}
