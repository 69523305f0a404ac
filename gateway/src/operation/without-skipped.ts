import { Kind, visit, type DirectiveNode, type DocumentNode, type FieldNode, type SelectionNode } from "graphql";
import type { Conditions } from "../shaping/selected-fields";

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** What a condition says; undefined for one that is no condition, or of a variable that may hold either. */
const selects = ({ name, arguments: given = [] }: DirectiveNode, conditions: Conditions): boolean | undefined => {
  if (name.value !== "skip" && name.value !== "include") return undefined;
  const value = given.find(argument => argument.name.value === "if")?.value;
  const holds = value?.kind === Kind.BOOLEAN ? value.value : value?.kind === Kind.VARIABLE ? conditions[value.name.value] : undefined;
  return holds === undefined ? undefined : holds === (name.value === "include");
};

/**
 * A document with those conditions taken out of which it is known whether they hold: constant ones, and those of the given
 * variables. Of an object that nothing is left of it is still to be known whether it is there.
 */
export const withoutSkipped = (document: DocumentNode, conditions: Conditions): DocumentNode => {
  const selection = (node: SelectionNode) => {
    const { directives = [] } = node;
    const left = directives.filter(directive => selects(directive, conditions) === undefined);
    if (directives.some(directive => selects(directive, conditions) === false)) return null;
    return left.length === directives.length ? undefined : { ...node, directives: left };
  };
  return visit(document, {
    Field: selection,
    InlineFragment: selection,
    FragmentSpread: selection,
    SelectionSet: { leave: node => (node.selections.length === 0 ? { ...node, selections: [typename] } : undefined) },
  });
};
