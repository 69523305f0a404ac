import { Kind, OperationTypeNode, separateOperations, type DocumentNode, type FieldNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { fragmentsIn } from "../shaping/selected-fields";

const responseName = ({ alias, name }: FieldNode) => (alias ?? name).value;

/** The document of one operation out of several, with no fragments but its own. */
export const documentOf = (document: DocumentNode, { name }: OperationDefinitionNode): DocumentNode => separateOperations(document)[name?.value ?? ""]!;

/** The operation of a document that has one. */
const operationIn = ({ definitions }: DocumentNode) => definitions.find(node => node.kind === Kind.OPERATION_DEFINITION)!;

const withFields = (document: DocumentNode, selections: readonly FieldNode[]): DocumentNode => {
  const operation = operationIn(document);
  const only = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  return documentOf({ ...document, definitions: document.definitions.map(node => (node === operation ? only : node)) }, only);
};

/**
 * A document whose changes stand in the order in which they run: each once, where the client first names it, and in no fragment.
 * The planner keeps to that order, but asks a division in the client's fragments where it can, and for those first. What is
 * skipped is out of the document already.
 */
export const changesInOrder = (document: DocumentNode): DocumentNode => {
  const { operation, selectionSet } = operationIn(document);
  if (operation !== OperationTypeNode.MUTATION) return document;
  const fragments = fragmentsIn(document);
  const opened = new Set<string>();
  const fieldsIn = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap(node => {
      if (node.kind === Kind.FIELD) return [node];
      if (node.kind === Kind.INLINE_FRAGMENT) return fieldsIn(node.selectionSet);
      if (opened.has(node.name.value)) return [];
      opened.add(node.name.value);
      return fieldsIn(fragments.get(node.name.value)!.selectionSet);
    });
  const changes = new Map<string, FieldNode>();
  for (const node of fieldsIn(selectionSet)) changes.set(responseName(node), asOne(changes.get(responseName(node)), node));
  return withFields(document, [...changes.values()]);
};

const asOne = (first: FieldNode | undefined, again: FieldNode): FieldNode =>
  first?.selectionSet && again.selectionSet ? { ...first, selectionSet: { ...first.selectionSet, selections: [...first.selectionSet.selections, ...again.selectionSet.selections] } } : (first ?? again);

/** Those changes, each in a document of its own. */
export const eachChange = (document: DocumentNode): DocumentNode[] =>
  (operationIn(document).selectionSet.selections as readonly FieldNode[]).map(change => withFields(document, [change]));
