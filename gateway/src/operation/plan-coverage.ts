import type { FetchNode, QueryPlan } from "@apollo/query-planner";
import { Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { below, fetchesIn, visitFetch, type PlacedFetch } from "../execution/plan-fetches";
import { isCondition } from "../shaping/selected-fields";
import type { TypeConditions } from "../supergraph/type-conditions";

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

const isConditional = ({ directives = [] }: { directives?: FieldNode["directives"] }) => directives.some(isCondition);

/** What the requests of a plan ask for, by its place in the merged data. */
export class PlanCoverage {
  private readonly asked = new Map<string, Set<string | undefined>>();
  private readonly places = new Map<string, AskedPlace[]>();

  constructor(
    plans: readonly QueryPlan[],
    private readonly types: TypeConditions,
  ) {
    for (const placed of plans.flatMap(({ node }) => fetchesIn(node))) this.add(placed);
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

  private add(placed: PlacedFetch) {
    const { fetch, document } = placed;
    visitFetch(placed, {
      selections: (selections, place) => void this.places.set(place, [...this.placesAt(place), { fetch, document, selections }]),
      field: (_node, place, condition) => void this.asked.set(place, (this.asked.get(place) ?? new Set()).add(condition)),
    });
  }
}
