import { Kind, separateOperations, type DocumentNode, type FieldNode, type GraphQLObjectType, type OperationDefinitionNode } from "graphql";
import { fragmentsIn, SelectedFields } from "../shaping/selected-fields";
import type { TypeConditions } from "../supergraph/type-conditions";

/** The document of one operation out of several, with no fragments but its own. */
export const documentOf = (document: DocumentNode, { name }: OperationDefinitionNode): DocumentNode => separateOperations(document)[name?.value ?? ""]!;

/** The operation of a document that has one. */
const operationIn = ({ definitions }: DocumentNode) => definitions.find(node => node.kind === Kind.OPERATION_DEFINITION)!;

/**
 * The changes of a mutation in the order in which they run, each once, and in no fragment. The planner keeps to an order of
 * fields, but asks a division in the client's fragments where it can, and for those first. What is skipped is out of the
 * document already.
 */
export const changesInOrder = (document: DocumentNode, mutation: GraphQLObjectType, types: TypeConditions): FieldNode[] =>
  [...new SelectedFields(types, fragmentsIn(document), {}).of(mutation, [operationIn(document).selectionSet]).values()].map(asOne);

const asOne = (nodes: readonly FieldNode[]): FieldNode => {
  const first = nodes[0]!;
  return first.selectionSet ? { ...first, selectionSet: { ...first.selectionSet, selections: nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []) } } : first;
};

/** The document with these fields at its root, and the fragments that they need. */
export const withFields = (document: DocumentNode, selections: readonly FieldNode[]): DocumentNode => {
  const operation = operationIn(document);
  const only = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  return documentOf({ ...document, definitions: document.definitions.map(node => (node === operation ? only : node)) }, only);
};
