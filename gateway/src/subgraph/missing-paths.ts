import { Kind, parse, type SelectionSetNode } from "graphql";

const fieldsIn = (selections: SelectionSetNode | undefined) =>
  (selections?.selections ?? []).flatMap(node => (node.kind === Kind.FIELD && node.name.value !== "__typename" ? [node] : []));

/**
 * The paths of what a subgraph's document asks for at its top, seen from that subgraph's answer; of an entity, its
 * fields. The gateway library turns them into paths of the client's answer.
 */
export const missingPaths = (document: string): (string | number)[][] => {
  const operation = parse(document, { noLocation: true }).definitions.find(node => node.kind === Kind.OPERATION_DEFINITION);
  const roots = fieldsIn(operation?.selectionSet);
  const entities = roots.find(field => field.name.value === "_entities");
  if (!entities) return roots.map(field => [(field.alias ?? field.name).value]);
  const [first, ...others] = entities.selectionSet?.selections ?? [];
  // Of an entity that may be of several types we know only the place.
  const fields = first?.kind === Kind.INLINE_FRAGMENT && others.length === 0 ? fieldsIn(first.selectionSet) : [];
  return fields.length > 0 ? fields.map(field => ["_entities", 0, (field.alias ?? field.name).value]) : [["_entities", 0]];
};
