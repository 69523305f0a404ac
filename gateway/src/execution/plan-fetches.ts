import type { FetchNode, PlanNode, QueryPlan, ResponsePath } from "@apollo/query-planner";
import { Kind, parse, type DocumentNode, type FieldNode, type SelectionSetNode } from "graphql";
import { fragmentsIn, responseName } from "../shaping/selected-fields";
import { renamed } from "./rewrites";

/** A request of a plan, and where the objects are to which it adds: the names on the way there, without places in lists. */
export interface PlacedFetch {
  fetch: FetchNode;
  document: DocumentNode;
  place: string;
}

export const below = (place: string, name: string) => `${place}/${name}`;

const placed = (node: PlanNode, path: ResponsePath): PlacedFetch[] => {
  switch (node.kind) {
    case "Fetch":
      return [{ fetch: node, document: parse(node.operation, { noLocation: true }), place: path.filter(key => key !== "@").reduce<string>((at, key) => below(at, String(key)), "") }];
    case "Flatten":
      return placed(node.node, [...path, ...node.path]);
    case "Condition":
      return [node.ifClause, node.elseClause].flatMap(branch => (branch ? placed(branch, path) : []));
    case "Defer":
      return [];
    default:
      return node.nodes.flatMap(part => placed(part, path));
  }
};

/** Every request that a plan can make. */
export const fetchesIn = (node: QueryPlan["node"]): PlacedFetch[] => (node && node.kind !== "Subscription" ? placed(node, []) : []);

/** What is met in a request's document, each with its place in the merged data and the type condition above it. */
export interface FetchVisitor {
  selections?: (selections: SelectionSetNode, place: string) => void;
  field: (node: FieldNode, place: string, condition: string | undefined) => void;
}

/** Goes through what a request asks for, by the client's names. */
export const visitFetch = ({ fetch, document, place: start }: PlacedFetch, visitor: FetchVisitor): void => {
  const fragments = fragmentsIn(document);
  const names = renamed(fetch.outputRewrites);
  const look = (selections: SelectionSetNode, place: string, condition: string | undefined, isRoot: boolean): void => {
    visitor.selections?.(selections, place);
    for (const node of selections.selections) {
      if (node.kind !== Kind.FIELD) {
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        if (fragment) look(fragment.selectionSet, place, fragment.typeCondition?.name.value ?? condition, isRoot);
        continue;
      }
      // Entities stand where the step of the plan says, not below a field.
      const isEntities = fetch.requires !== undefined && isRoot;
      const name = responseName(node);
      const at = isEntities ? place : below(place, names.get(name) ?? name);
      if (!isEntities) visitor.field(node, at, condition);
      if (node.selectionSet) look(node.selectionSet, at, undefined, false);
    }
  };
  const operation = document.definitions.find(node => node.kind === Kind.OPERATION_DEFINITION);
  if (operation) look(operation.selectionSet, start, undefined, true);
};
