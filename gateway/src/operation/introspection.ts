import { executeSync, Kind, OperationTypeNode, visit, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";

const isIntrospection = ({ name }: FieldNode) => name.value === "__schema" || name.value === "__type";

/** Answers `__schema` and `__type` of one operation out of the schema; undefined when it asks for neither. */
export const introspectionOf = (schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>) => {
  const fields: FieldNode[] = [];
  const collect = { Field: (node: FieldNode) => (isIntrospection(node) ? (fields.push(node), false) : undefined) };
  visit(operation, collect);
  for (const fragment of fragments.values()) if (fragment.typeCondition.name.value === schema.getQueryType()?.name) visit(fragment, collect);
  if (fields.length === 0) return undefined;

  const used = new Set<string>();
  for (const node of [...fields, ...fragments.values()]) visit(node, { Variable: ({ name }) => void used.add(name.value) });
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
        selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
      },
      ...fragments.values(),
    ],
  };
  return (variableValues: Record<string, unknown>) => executeSync({ schema, document, variableValues }).data ?? {};
};
