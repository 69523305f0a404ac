import type { Subgraphs } from "@apollo/federation-internals";
import { isCompositeType, isObjectType, isAbstractType, Kind, print, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type FieldNode, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import type { AskedPlace, PlanCoverage, Uncovered } from "./plan-coverage";

/**
 * Where an abstract type has other members in one division than in another, the planner may take the way through a
 * division that has not the wanted member, and then asks nobody for that member's fields. The division which gives the
 * object can give these, too: here its request is completed.
 */
export class PlanCompletion {
  private readonly schemas = new Map<string, GraphQLSchema>();

  constructor(private readonly subgraphs: Subgraphs) {}

  /** Adds the field to one request that gives such objects. False when there is none that could answer it. */
  add({ node, condition, place }: Uncovered, coverage: PlanCoverage, operation: OperationDefinitionNode): boolean {
    if (condition === undefined) return false;
    const asked = coverage.placesAt(place).find(candidate => this.canAnswer(candidate, condition, node));
    if (!asked) return false;
    const { fetch, selections } = asked;
    const fragment = { kind: Kind.INLINE_FRAGMENT, typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: condition } }, selectionSet: { kind: Kind.SELECTION_SET, selections: [node] } } as const;
    asked.document = withVariables(replaceSelections(asked.document, selections, { ...selections, selections: [...selections.selections, fragment] }), node, operation);
    fetch.operation = print(asked.document);
    fetch.variableUsages = [...new Set([...(fetch.variableUsages ?? []), ...variablesIn(node)])];
    return true;
  }

  private canAnswer({ fetch, document, selections }: AskedPlace, condition: string, node: FieldNode) {
    const schema = this.schemaOf(fetch.serviceName);
    const type = schema?.getType(condition);
    if (!schema || !isObjectType(type)) return false;
    const parent = typeAt(schema, document, selections);
    return isAbstractType(parent) && schema.isSubType(parent, type) && this.has(fetch.serviceName, condition, node);
  }

  /** Whether the division has the field, and all that is selected of it, itself. */
  private has(subgraph: string, type: string, node: FieldNode): boolean {
    const found = this.subgraphs.get(subgraph);
    const definition = this.schemaOf(subgraph)?.getType(type);
    if (!found || !isObjectType(definition) || !definition.getFields()[node.name.value]) return false;
    const declared = found.schema.type(type);
    const field = declared?.kind === "ObjectType" ? declared.field(node.name.value) : undefined;
    return field !== undefined && !found.metadata().isFieldExternal(field) && node.selectionSet === undefined;
  }

  private schemaOf(subgraph: string) {
    const known = this.schemas.get(subgraph);
    if (known) return known;
    const schema = this.subgraphs.get(subgraph)?.schema.toGraphQLJSSchema();
    if (schema) this.schemas.set(subgraph, schema);
    return schema;
  }
}

const replaceSelections = (document: DocumentNode, before: SelectionSetNode, after: SelectionSetNode): DocumentNode =>
  visit(document, { SelectionSet: node => (node === before ? after : undefined) });

const typeAt = (schema: GraphQLSchema, document: DocumentNode, wanted: SelectionSetNode) => {
  const info = new TypeInfo(schema);
  let found: ReturnType<TypeInfo["getParentType"]>;
  visit(document, visitWithTypeInfo(info, { SelectionSet: node => void (node === wanted && (found = info.getParentType())) }));
  return isCompositeType(found) ? found : undefined;
};

const variablesIn = (node: FieldNode) => {
  const names = new Set<string>();
  visit(node, { Variable: ({ name }) => void names.add(name.value) });
  return [...names];
};

const withVariables = (document: DocumentNode, node: FieldNode, { variableDefinitions = [] }: OperationDefinitionNode): DocumentNode => {
  const names = variablesIn(node);
  return visit(document, {
    OperationDefinition: ({ variableDefinitions: declared = [], ...rest }) => ({
      ...rest,
      variableDefinitions: [
        ...declared,
        ...variableDefinitions.filter(({ variable }) => names.includes(variable.name.value) && !declared.some(other => other.variable.name.value === variable.name.value)),
      ],
    }),
  });
};
