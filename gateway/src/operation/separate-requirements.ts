import { GraphQLError, Kind, OperationTypeNode, type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from "graphql";
import { fragmentsIn } from "../shaping/selected-fields";
import { RequirementGroups } from "./requirement-groups";
import type { Requirements } from "./requirements";
import { typename } from "./without-skipped";

/**
 * Two fields that require a third one with different arguments cannot be planned together: the planner asks for the third
 * one once, and takes its value for both. So an operation is taken apart into such that can be planned: one document when
 * nothing is in the way, otherwise several, whose answers make the whole one together.
 */
export const separateRequirements = (schema: GraphQLSchema, requirements: Requirements, document: DocumentNode, { operation }: OperationDefinitionNode): DocumentNode[] => {
  if (requirements.size === 0) return [document];
  const groups = new RequirementGroups(schema, requirements, document);
  if (groups.count === 1) return [document];
  if (operation === OperationTypeNode.MUTATION) throw refusal(groups.others);
  return Array.from({ length: groups.count }, (_, group) => new Part(document, groups, group).document);
};

const refusal = (fields: string[]) => {
  const message = `One mutation cannot answer these fields beside others that need the same values otherwise: ${fields.join(", ")}. Ask for them in a query.`;
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", fields } });
};

/** A document with the fields of one group, and what leads to them; the first also has the fields of no group. */
class Part {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly kept = new Map<string, FragmentDefinitionNode | undefined>();

  constructor(
    private readonly whole: DocumentNode,
    private readonly groups: RequirementGroups,
    private readonly group: number,
  ) {
    this.fragments = fragmentsIn(whole);
  }

  get document(): DocumentNode {
    const isFirst = this.group === 0;
    const operations = this.whole.definitions.flatMap(node => {
      const selectionSet = node.kind === Kind.OPERATION_DEFINITION ? this.prune(node.selectionSet, isFirst) : undefined;
      return node.kind === Kind.OPERATION_DEFINITION && selectionSet ? [{ ...node, selectionSet }] : [];
    });
    return { ...this.whole, definitions: [...operations, ...[...this.kept.values()].flatMap(fragment => fragment ?? [])] };
  }

  /** `all` says whether fields of no group are wanted here. */
  private prune({ selections, ...rest }: SelectionSetNode, all: boolean): SelectionSetNode | undefined {
    const left = selections.flatMap(node => this.selection(node, all) ?? []);
    if (left.length > 0) return { ...rest, selections: left };
    return all ? { ...rest, selections: [typename] } : undefined;
  }

  private selection(node: SelectionNode, all: boolean): SelectionNode | undefined {
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.fragment(node.name.value, all) && { ...node, name: { ...node.name, value: this.nameOf(node.name.value, all) } };
    const group = node.kind === Kind.FIELD ? this.groups.of(node) : undefined;
    if (group !== undefined && group !== this.group) return undefined;
    const here = all || group !== undefined;
    if (!node.selectionSet) return here ? node : undefined;
    const selectionSet = this.prune(node.selectionSet, here);
    return selectionSet && { ...node, selectionSet };
  }

  private fragment(name: string, all: boolean) {
    const definition = this.fragments.get(name);
    const key = this.nameOf(name, all);
    if (definition && !this.kept.has(key)) {
      const selectionSet = this.prune(definition.selectionSet, all);
      this.kept.set(key, selectionSet && { ...definition, name: { ...definition.name, value: key }, selectionSet });
    }
    return this.kept.get(key);
  }

  /** One fragment can be wanted whole in one place and in part in another. */
  private nameOf(name: string, all: boolean) {
    return all ? name : `${name}_in_part`;
  }
}
