import { Kind, visit, type DocumentNode, type FieldNode, type SelectionNode } from "graphql";
import { isCondition, isSelected, type Conditions } from "../shaping/selected-fields";

/** Asks for nothing but whether an object is there. */
export const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** A document without what is skipped, and without conditions. Of an object that nothing is left of it is still to be known whether it is there. */
export const withoutSkipped = (document: DocumentNode, conditions: Conditions): DocumentNode => {
  const selection = (node: SelectionNode) => {
    if (!isSelected(node, conditions)) return null;
    return node.directives?.some(isCondition) ? { ...node, directives: node.directives.filter(each => !isCondition(each)) } : undefined;
  };
  return visit(document, {
    Field: selection,
    InlineFragment: selection,
    FragmentSpread: selection,
    SelectionSet: { leave: node => (node.selections.length === 0 ? { ...node, selections: [typename] } : undefined) },
  });
};
