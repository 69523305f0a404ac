import { Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from "graphql";

/** How large an operation is by its form alone, with its fragments counted wherever they are spread. */
export interface OperationShape {
  /** Fields within fields, introspection left out. */
  depth: number;
  aliases: number;
  directives: number;
  /** Fields and fragments that stand again in the same braces. */
  repeatedFields: number;
  /** Fields and fragments: what whoever follows each fragment wherever it is spread comes by. */
  selections: number;
}

const none: OperationShape = { depth: 0, aliases: 0, directives: 0, repeatedFields: 0, selections: 0 };

// Fragments that spread one another double a count with each level; it has to stay a number that JSON has.
const most = Number.MAX_SAFE_INTEGER;

const beside = (one: OperationShape, other: OperationShape): OperationShape => ({
  depth: Math.max(one.depth, other.depth),
  aliases: Math.min(most, one.aliases + other.aliases),
  directives: Math.min(most, one.directives + other.directives),
  repeatedFields: Math.min(most, one.repeatedFields + other.repeatedFields),
  selections: Math.min(most, one.selections + other.selections),
});

export const isIntrospection = ({ name }: FieldNode) => name.value === "__schema" || name.value === "__type";

/** The shape of the largest of the document's operations by each measure. Each fragment is measured once. */
export const shapeOf = (document: DocumentNode): OperationShape => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, OperationShape>();

  const ofFragment = (name: string): OperationShape => {
    const known = measured.get(name);
    if (known) return known;
    // One that leads back to itself is refused by the validation.
    measured.set(name, none);
    const fragment = fragments.get(name);
    if (!fragment) return none;
    const shape = beside(ofSelections(fragment.selectionSet), { ...none, directives: fragment.directives?.length ?? 0 });
    measured.set(name, shape);
    return shape;
  };

  const ofField = (field: FieldNode): OperationShape => {
    const inner = field.selectionSet ? ofSelections(field.selectionSet) : none;
    return { ...inner, depth: isIntrospection(field) ? 1 : inner.depth + 1, aliases: inner.aliases + (field.alias ? 1 : 0) };
  };

  const ofSelections = ({ selections }: SelectionSetNode): OperationShape => {
    const seen = new Set<string>();
    let shape = none;
    for (const selection of selections) {
      const inner = selection.kind === Kind.FIELD ? ofField(selection) : selection.kind === Kind.FRAGMENT_SPREAD ? ofFragment(selection.name.value) : ofSelections(selection.selectionSet);
      const key = selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : selection.kind === Kind.FRAGMENT_SPREAD ? `...${selection.name.value}` : undefined;
      const repeatedFields = key !== undefined && seen.has(key) ? 1 : 0;
      if (key !== undefined) seen.add(key);
      shape = beside(beside(shape, inner), { ...none, repeatedFields, selections: 1, directives: selection.directives?.length ?? 0 });
    }
    return shape;
  };

  let largest = none;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const ofVariables = definition.variableDefinitions?.reduce((sum, { directives = [] }) => sum + directives.length, 0) ?? 0;
    const directives = ofVariables + (definition.directives?.length ?? 0);
    const { depth, aliases, directives: all, repeatedFields, selections } = beside(ofSelections(definition.selectionSet), { ...none, directives });
    largest = {
      depth: Math.max(largest.depth, depth),
      aliases: Math.max(largest.aliases, aliases),
      directives: Math.max(largest.directives, all),
      repeatedFields: Math.max(largest.repeatedFields, repeatedFields),
      selections: Math.max(largest.selections, selections),
    };
  }
  return largest;
};
