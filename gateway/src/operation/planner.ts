import { operationFromDocument, type Schema } from "@apollo/federation-internals";
import type { PlanNode, QueryPlan, QueryPlanner } from "@apollo/query-planner";
import { isInterfaceType, isIntrospectionType, isObjectType, OperationTypeNode, parse, type DocumentNode, type FieldNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { fetchesIn } from "../execution/plan-fetches";
import { TypeConditions } from "../supergraph/type-conditions";
import { Hidden } from "../shaping/hidden";
import { fragmentsIn, type Conditions } from "../shaping/selected-fields";
import { changesInOrder, withFields } from "./changes-in-order";
import { PlanCompletion } from "./complete-plan";
import { DistinctNames, type PlannedNames } from "./distinct-names";
import { PlanCoverage } from "./plan-coverage";
import { requirementsIn, type Requirements } from "./requirements";
import { separateRequirements } from "./separate-requirements";
import { withoutSkipped } from "./without-skipped";

const fieldNames = (schema: GraphQLSchema) =>
  new Set(
    Object.values(schema.getTypeMap()).flatMap(type =>
      (isObjectType(type) || isInterfaceType(type)) && !isIntrospectionType(type) ? Object.keys(type.getFields()) : [],
    ),
  );

export interface Planned {
  plans: QueryPlan[];
  unanswered: ReadonlySet<FieldNode>;
}

/** The gateway library's planner over one supergraph, and what our execution has to know of that supergraph. */
export class Planner {
  readonly types: TypeConditions;
  readonly names: DistinctNames;
  readonly hidden: Hidden;
  private readonly requirements: Requirements;
  private readonly schema: GraphQLSchema;
  private readonly api: Schema;
  private readonly completion: PlanCompletion;

  constructor(
    private readonly planner: QueryPlanner,
    supergraphSdl: string,
  ) {
    const { supergraph } = planner;
    this.api = supergraph.apiSchema();
    this.schema = supergraph.schema.toGraphQLJSSchema();
    this.hidden = new Hidden(this.schema);
    this.completion = new PlanCompletion(supergraph.subgraphs());
    const fields = fieldNames(this.schema);
    this.types = new TypeConditions(this.schema);
    this.requirements = requirementsIn(parse(supergraphSdl, { noLocation: true }));
    const required = [...this.requirements.values()].flat();
    const isRequired = new Set(required.map(({ field }) => field));
    const isRequiredWith = new Set(required.flatMap(({ field, arguments: given }) => (given === "" ? [] : [field])));
    this.names = new DistinctNames(name => fields.has(name), (field, hasArguments) => (hasArguments ? isRequired : isRequiredWith).has(field));
  }

  /**
   * One plan, or several that give the data together, and the fields that none of them asks for. It is for these conditions
   * only: left to itself the planner lets what is wanted wait for what a skipped field requires, and takes an object of which
   * all is skipped for one that is skipped.
   */
  plan(document: DocumentNode, operation: OperationDefinitionNode, { document: named, keyOf, variablesOf }: PlannedNames, conditions: Conditions): Planned {
    const selected = withoutSkipped(named, variablesOf(conditions) as Conditions);
    const documents = separateRequirements(this.schema, this.requirements, selected, operation);
    const plans = documents.map(part => (operation.operation === OperationTypeNode.MUTATION ? this.planOfChanges(part) : this.planOf(part)));
    const fragments = fragmentsIn(document);
    for (;;) {
      const coverage = new PlanCoverage(plans, this.types);
      const missing = coverage.missing(operation, fragments, keyOf);
      if (!missing.some(field => this.completion.add(field, coverage, operation))) return { plans, unanswered: new Set(missing.map(({ node }) => node)) };
    }
  }

  private planOf(document: DocumentNode): QueryPlan {
    return this.planner.buildQueryPlan(operationFromDocument(this.api, document));
  }

  /** What other divisions add to a change they add before the next one runs, though one division could run both at once. */
  private planOfChanges(document: DocumentNode): QueryPlan {
    const changes = changesInOrder(document, this.schema.getMutationType()!, this.types);
    const together = this.planOf(withFields(document, changes));
    if (fetchesIn(together.node).every(({ fetch }) => fetch.requires === undefined)) return together;
    return { ...together, node: { kind: "Sequence", nodes: changes.flatMap(change => (this.planOf(withFields(document, [change])).node as PlanNode | undefined) ?? []) } };
  }
}
