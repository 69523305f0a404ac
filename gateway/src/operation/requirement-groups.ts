import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import type { Requirement, Requirements } from "./requirements";

/** With which arguments a set of fields requires others, by those fields' names. */
type Needs = Map<string, string>;

const fits = (needs: Needs, required: readonly Requirement[]) => required.every(({ field, arguments: given }) => (needs.get(field) ?? given) === given);

/** Puts the fields of a document that require others with arguments into groups within which no two want other arguments. */
export class RequirementGroups {
  private readonly needs: Needs[] = [];
  private readonly groups = new Map<FieldNode, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly requirements: Requirements,
    document: DocumentNode,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.look(schema.getType(node.typeCondition.name.value), node.selectionSet);
      if (node.kind === Kind.OPERATION_DEFINITION) this.look(schema.getRootType(node.operation), node.selectionSet);
    }
  }

  get count() {
    return Math.max(1, this.needs.length);
  }

  /** Undefined for a field without such requirements. */
  of(node: FieldNode) {
    return this.groups.get(node);
  }

  /** The names of the fields that cannot be planned beside the first group. */
  get others() {
    return [...new Set([...this.groups].flatMap(([{ name }, group]) => (group > 0 ? [name.value] : [])))];
  }

  private look(type: GraphQLNamedType | null | undefined, { selections }: SelectionSetNode) {
    if (!isCompositeType(type)) return;
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) this.look(node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : type, node.selectionSet);
      if (node.kind !== Kind.FIELD) continue;
      this.group(node, this.requiredBy(type, node.name.value));
      const field = "getFields" in type ? type.getFields()[node.name.value] : undefined;
      if (field && node.selectionSet) this.look(getNamedType(field.type), node.selectionSet);
    }
  }

  private group(node: FieldNode, required: readonly Requirement[]) {
    if (required.length === 0) return;
    const found = this.needs.findIndex(needs => fits(needs, required));
    const group = found >= 0 ? found : this.needs.push(new Map()) - 1;
    for (const { field, arguments: given } of required) this.needs[group]!.set(field, given);
    this.groups.set(node, group);
  }

  private requiredBy(type: GraphQLCompositeType, field: string): readonly Requirement[] {
    const types = isObjectType(type) ? [type] : isInterfaceType(type) ? [type, ...this.schema.getImplementations(type).objects] : [];
    return types.flatMap(({ name }) => this.requirements.get(`${name}.${field}`) ?? []);
  }
}
