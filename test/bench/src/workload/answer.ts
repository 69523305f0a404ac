import { Kind, parse, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode, type ValueNode } from "graphql";
import { root, type Item } from "./records";

interface Asked {
  fragments: Map<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
}

const documents = new Map<string, DocumentNode>();

const documentOf = (query: string) => {
  const known = documents.get(query);
  if (known) return known;
  const document = parse(query, { noLocation: true });
  documents.set(query, document);
  return document;
};

const valueOf = (node: ValueNode, asked: Asked): unknown => {
  switch (node.kind) {
    case Kind.VARIABLE: return asked.variables[node.name.value];
    case Kind.LIST: return node.values.map(value => valueOf(value, asked));
    case Kind.OBJECT: return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, valueOf(value, asked)]));
    case Kind.NULL: return null;
    default: return node.value;
  }
};

const argumentsOf = ({ arguments: given = [] }: FieldNode, asked: Asked) =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, valueOf(value, asked)]));

const complete = (value: unknown, selections: SelectionSetNode | undefined, asked: Asked): unknown => {
  if (!selections || value === null || value === undefined) return value ?? null;
  if (Array.isArray(value)) return value.map(each => complete(each, selections, asked));
  const target: Item = {};
  select(value as Item, selections, asked, target);
  return target;
};

const select = (item: Item, { selections }: SelectionSetNode, asked: Asked, target: Item): void => {
  for (const node of selections) {
    if (node.kind === Kind.FIELD) {
      const value = item[node.name.value];
      const reached = typeof value === "function" ? (value as (args: object) => unknown)(argumentsOf(node, asked)) : value;
      target[(node.alias ?? node.name).value] = complete(reached, node.selectionSet, asked);
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? asked.fragments.get(node.name.value)! : node;
    if (!fragment.typeCondition || fragment.typeCondition.name.value === item["__typename"]) select(item, fragment.selectionSet, asked, target);
  }
};

/** What a subgraph answers. It knows no errors: a planner asks for what there is. */
export const answer = (query: string, variables: Record<string, unknown> = {}): { data: unknown } => {
  const { definitions } = documentOf(query);
  const operation = definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)!;
  const fragments = new Map(definitions.flatMap(each => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])));
  return { data: complete(root, operation.selectionSet, { fragments, variables }) };
};
