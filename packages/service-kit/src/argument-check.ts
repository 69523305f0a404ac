import type { ApolloServerPlugin } from "@apollo/server";
import { getVariableValues, GraphQLError, Kind, visit, type ArgumentNode, type ASTNode, type DocumentNode } from "graphql";
import { BadInput } from "./problem";

/** The first argument of the document that `contains` accepts a value inside of. */
const argumentAround = (document: DocumentNode, contains: (node: ASTNode) => boolean): string | undefined => {
  let around: ArgumentNode | undefined;
  let found: string | undefined;
  visit(document, {
    enter(node) {
      if (found !== undefined) return false;
      if (node.kind === Kind.ARGUMENT) around = node;
      if (around && contains(node)) found = around.name.value;
      return undefined;
    },
    leave(node) {
      if (node === around) around = undefined;
    },
  });
  return found;
};

/**
 * Refuses what cannot be an argument's value before anything is executed, as BAD_USER_INPUT that names the
 * argument, whether it stands in the document or in a variable. At a gateway this is before any subgraph is asked.
 */
export const argumentCheck: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, operation, document, request }) => {
      const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], request.variables ?? {}, { maxErrors: 20 });
      if (!errors) return;
      const fields = errors.map(error => {
        const definition = error.nodes?.[0];
        const variable = definition?.kind === Kind.VARIABLE_DEFINITION ? definition.variable.name.value : undefined;
        const argument = variable && argumentAround(document, node => node.kind === Kind.VARIABLE && node.name.value === variable);
        return { argument: argument ?? variable ?? "variables", ...(variable && { variable }), message: error.message };
      });
      const [first] = fields;
      const message = fields.map(field => field.message).join(" ");
      throw new GraphQLError(message, {
        nodes: errors.flatMap(error => error.nodes ?? []),
        extensions: { ...new BadInput(first?.argument ?? "variables", message, { fields }).extensions, http: { status: 400 } },
      });
    },
    didEncounterErrors: async ({ errors, document }) => {
      for (const error of errors) {
        // graphql-js reports a malformed literal as a validation error; the mark was left by our scalar.
        if (!document || error.extensions["scalar"] === undefined) continue;
        const value = error.nodes?.[0];
        const argument = argumentAround(document, node => node === value);
        Object.assign(error.extensions, { code: "BAD_USER_INPUT", argument: argument ?? "variables" });
      }
    },
  }),
};
