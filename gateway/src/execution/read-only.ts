import type { FetchNode, PlanNode, QueryPlan, ResponsePath } from "@apollo/query-planner";
import { Kind, parse, type SelectionSetNode } from "graphql";
import { fragmentsIn } from "../shaping/selected-fields";

interface Placed {
  fetch: FetchNode;
  /** Where the objects are that it adds to. */
  place: string;
  /** The objects in its answer, by their place in the merged data. */
  objects: readonly string[];
}

const below = (place: string, name: string) => `${place}/${name}`;
const isWithin = (place: string, object: string) => place === object || place.startsWith(`${object}/`);

const objectsOf = (fetch: FetchNode, place: string): string[] => {
  const document = parse(fetch.operation, { noLocation: true });
  const fragments = fragmentsIn(document);
  const found: string[] = [];
  const look = ({ selections }: SelectionSetNode, at: string, isRoot: boolean): void => {
    for (const node of selections) {
      if (node.kind !== Kind.FIELD) {
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        if (fragment) look(fragment.selectionSet, at, isRoot);
        continue;
      }
      if (!node.selectionSet) continue;
      // Entities stand where the step of the plan says, not below a field.
      const here = fetch.requires && isRoot ? at : below(at, (node.alias ?? node.name).value);
      if (here !== at) found.push(here);
      look(node.selectionSet, here, false);
    }
  };
  const operation = document.definitions.find(node => node.kind === Kind.OPERATION_DEFINITION);
  if (operation) look(operation.selectionSet, place, true);
  return found;
};

const placed = (node: PlanNode, path: ResponsePath): Placed[] => {
  switch (node.kind) {
    case "Fetch": {
      const place = path.filter(key => key !== "@").reduce<string>((at, key) => below(at, String(key)), "");
      return [{ fetch: node, place, objects: objectsOf(node, place) }];
    }
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

/**
 * The requests of a plan whose answers nobody alters once they are there: no other request adds to an object of theirs, or
 * brings the same object. Such an answer can be given to many as it is.
 */
export const readOnlyFetches = ({ node }: QueryPlan): ReadonlySet<FetchNode> => {
  if (!node || node.kind === "Subscription") return new Set();
  const all = placed(node, []);
  const isAltered = ({ fetch, objects }: Placed) =>
    fetch.outputRewrites !== undefined ||
    all.some(other => other.fetch !== fetch && objects.some(object => isWithin(other.place, object) || other.objects.some(theirs => isWithin(theirs, object))));
  return new Set(all.filter(one => !isAltered(one)).map(({ fetch }) => fetch));
};
