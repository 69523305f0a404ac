import type { FetchNode, PlanNode, QueryPlan, ResponsePath } from "@apollo/query-planner";
import { Kind, parse, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { renamed } from "../execution/rewrites";
import type { TypeConditions } from "../execution/type-conditions";
import { fragmentsIn } from "../shaping/selected-fields";

/** A selection set of a request to a division: a place where more could be asked for. */
export interface AskedPlace {
  fetch: FetchNode;
  document: DocumentNode;
  selections: SelectionSetNode;
}

/** A field of a client's that no request of a plan asks for. */
export interface Uncovered {
  node: FieldNode;
  /** The object type, or the type condition, under which it was selected. */
  condition: string | undefined;
  place: string;
}

const below = (place: string, name: string) => `${place}/${name}`;
const isConditional = ({ directives = [] }: { directives?: FieldNode["directives"] }) => directives.some(({ name }) => name.value === "skip" || name.value === "include");

/** What the requests of a plan ask for, by its place in the merged data. */
export class PlanCoverage {
  private readonly asked = new Map<string, Set<string | undefined>>();
  private readonly places = new Map<string, AskedPlace[]>();

  constructor(
    plans: readonly QueryPlan[],
    private readonly types: TypeConditions,
  ) {
    for (const { node } of plans) if (node && node.kind !== "Subscription") this.addNode(node, []);
  }

  /** The fields that nobody is asked for. Those that a variable can leave out are not looked at. */
  missing(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, keyOf: (node: FieldNode) => string): Uncovered[] {
    const found: Uncovered[] = [];
    const look = ({ selections }: SelectionSetNode, place: string, condition: string | undefined): void => {
      for (const node of selections) {
        if (isConditional(node)) continue;
        if (node.kind !== Kind.FIELD) {
          const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
          if (fragment) look(fragment.selectionSet, place, fragment.typeCondition?.name.value ?? condition);
          continue;
        }
        if (node.name.value.startsWith("__")) continue;
        const at = below(place, keyOf(node));
        if (!this.covers(at, condition)) found.push({ node, condition, place });
        else if (node.selectionSet) look(node.selectionSet, at, undefined);
      }
    };
    look(operation.selectionSet, "", undefined);
    return found;
  }

  placesAt(place: string): readonly AskedPlace[] {
    return this.places.get(place) ?? [];
  }

  private covers(at: string, condition: string | undefined) {
    const conditions = this.asked.get(at);
    if (!conditions || condition === undefined) return conditions !== undefined;
    return [...conditions].some(other => other === undefined || this.types.under(other)(condition) || this.types.under(condition)(other));
  }

  private addNode(node: PlanNode, path: ResponsePath): void {
    if (node.kind === "Fetch") return this.addFetch(node, path);
    if (node.kind === "Flatten") return this.addNode(node.node, [...path, ...node.path]);
    if (node.kind === "Condition") return [node.ifClause, node.elseClause].forEach(branch => branch && this.addNode(branch, path));
    if (node.kind !== "Defer") node.nodes.forEach(part => this.addNode(part, path));
  }

  private addFetch(fetch: FetchNode, path: ResponsePath) {
    const document = parse(fetch.operation, { noLocation: true });
    const fragments = fragmentsIn(document);
    const names = renamed(fetch.outputRewrites);
    const add = (selections: SelectionSetNode, place: string, condition: string | undefined, isRoot = false): void => {
      this.places.set(place, [...this.placesAt(place), { fetch, document, selections }]);
      for (const node of selections.selections) {
        if (node.kind !== Kind.FIELD) {
          const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
          if (fragment) add(fragment.selectionSet, place, fragment.typeCondition?.name.value ?? condition, isRoot);
          continue;
        }
        const name = (node.alias ?? node.name).value;
        // Entities stand where the step of the plan says, not below a field.
        const at = fetch.requires && isRoot ? place : below(place, names.get(name) ?? name);
        if (at !== place) this.asked.set(at, (this.asked.get(at) ?? new Set()).add(condition));
        if (node.selectionSet) add(node.selectionSet, at, undefined);
      }
    };
    const start = path.filter(key => key !== "@").reduce<string>((place, key) => below(place, String(key)), "");
    const operation = document.definitions.find(node => node.kind === Kind.OPERATION_DEFINITION);
    if (operation) add(operation.selectionSet, start, undefined, true);
  }
}
