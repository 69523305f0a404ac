import { extendSchema, isTypeSystemDefinitionNode, Kind, parse, visit, type DirectiveDefinitionNode, type DocumentNode, type GraphQLSchema } from "graphql";

/** Where a client can put a directive. */
const clientPlaces = ["QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION"];

const ofClients = ({ locations, ...definition }: DirectiveDefinitionNode): DirectiveDefinitionNode[] => {
  const places = locations.filter(({ value }) => clientPlaces.includes(value));
  return places.length > 0 ? [{ ...definition, locations: places }] : [];
};

/**
 * A schema with the directives that a supergraph composes for clients. The library leaves them out of what clients see,
 * and refuses whoever uses one.
 */
export const withClientDirectives = (schema: GraphQLSchema, supergraphSdl: string): GraphQLSchema => {
  const definitions = parse(supergraphSdl, { noLocation: true }).definitions.filter(isTypeSystemDefinitionNode);
  const composed = definitions.flatMap(node => (node.kind === Kind.DIRECTIVE_DEFINITION && !schema.getDirective(node.name.value) ? ofClients(node) : []));
  return composed.length === 0 ? schema : extendSchema(schema, { kind: Kind.DOCUMENT, definitions: composed });
};

const planned = ["skip", "include"];

/** A document with only those directives that a plan follows: what the others mean is between clients and whoever reads them. */
export const withoutClientDirectives = (document: DocumentNode): DocumentNode =>
  visit(document, { Directive: ({ name }) => (planned.includes(name.value) ? undefined : null) });
