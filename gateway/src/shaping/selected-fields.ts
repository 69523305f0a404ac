import { Kind, type DirectiveNode, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type SelectionNode, type SelectionSetNode } from "graphql";
import type { TypeConditions } from "../supergraph/type-conditions";

/** The values of the variables that decide what is skipped and included. */
export type Conditions = Readonly<Record<string, boolean>>;

export const fragmentsIn = (document: DocumentNode) =>
  new Map<string, FragmentDefinitionNode>(document.definitions.flatMap(node => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])));

export const responseName = ({ alias, name }: FieldNode) => (alias ?? name).value;

export const isCondition = ({ name }: DirectiveNode) => name.value === "skip" || name.value === "include";

export const isSelected = (node: SelectionNode, conditions: Conditions) =>
  (node.directives ?? []).filter(isCondition).every(({ name, arguments: given = [] }) => {
    const value = given.find(argument => argument.name.value === "if")?.value;
    const holds = value?.kind === Kind.VARIABLE ? conditions[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    return holds === (name.value === "include");
  });

/** What one operation selects, looked at for one type after the other. */
export class SelectedFields {
  constructor(
    private readonly types: TypeConditions,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly conditions: Conditions,
  ) {}

  /** The fields of the type by response name, in the client's order; those that are merged stand together. */
  of(type: GraphQLCompositeType, selections: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    for (const selection of selections) this.collect(type, selection, fields);
    return fields;
  }

  private collect(type: GraphQLCompositeType, { selections }: SelectionSetNode, fields: Map<string, FieldNode[]>) {
    for (const node of selections) {
      if (!isSelected(node, this.conditions)) continue;
      if (node.kind === Kind.FIELD) {
        const name = responseName(node);
        const others = fields.get(name);
        if (others) others.push(node);
        else fields.set(name, [node]);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (fragment && (condition === undefined || this.types.under(condition)(type.name))) this.collect(type, fragment.selectionSet, fields);
    }
  }
}
