import type { ApolloServerPlugin } from "@apollo/server";
import { getVariableValues, GraphQLError, Kind, visit, type ArgumentNode, type ASTNode, type DocumentNode } from "graphql";
import { BadInput, Problem } from "./problem";

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

const argumentOf = (document: DocumentNode, variable: string) =>
  argumentAround(document, node => node.kind === Kind.VARIABLE && node.name.value === variable) ?? variable;

/** The variable whose default value `contains` accepts a value inside of. */
const variableAround = (document: DocumentNode, contains: (node: ASTNode) => boolean): string | undefined => {
  let found: string | undefined;
  visit(document, {
    VariableDefinition(definition) {
      visit(definition, { enter: node => void (contains(node) && (found ??= definition.variable.name.value)) });
      return false;
    },
  });
  return found;
};

// PostgreSQL has no text with this character in it, so no record has one either.
const zero = "\u0000";
const hasZero = (value: unknown): boolean =>
  typeof value === "string" ? value.includes(zero) : value !== null && typeof value === "object" && Object.values(value).some(hasZero);

// Whoever reads values one within the other, here or further on, runs out of stack on those of a hostile client.
const deepestValue = 100;
const isDeep = (value: unknown, left = deepestValue): boolean =>
  value !== null && typeof value === "object" && (left === 0 || Object.values(value).some(each => isDeep(each, left - 1)));

const refuseDeep = (document: DocumentNode, variables: Record<string, unknown>) => {
  const variable = Object.keys(variables).find(name => isDeep(variables[name]));
  if (variable === undefined) return;
  const argument = argumentOf(document, variable);
  throw new BadInput(argument, `${argument} holds lists or objects within each other more than ${deepestValue} times.`, { http: { status: 400 } });
};

const refuseZero = (argument: string) => new BadInput(argument, `${argument} holds the character U+0000, which no text here can have.`, { http: { status: 400 } });

const refuseZeros = (document: DocumentNode, variables: Record<string, unknown>) => {
  const variable = Object.keys(variables).find(name => hasZero(variables[name]));
  if (variable !== undefined) throw refuseZero(argumentOf(document, variable));
  if (!document.loc?.source.body.includes("u0000") && !document.loc?.source.body.includes(zero)) return;
  const argument = argumentAround(document, node => node.kind === Kind.STRING && node.value.includes(zero));
  if (argument !== undefined) throw refuseZero(argument);
};

/**
 * Refuses what cannot be an argument's value before anything is executed, as BAD_USER_INPUT that names the
 * argument, whether it stands in the document or in a variable. At a gateway this is before any subgraph is asked.
 */
export const argumentCheck: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, operation, document, request }) => {
      // A gateway leaves these two to its executor, which takes them for faults of its own.
      if (!operation) {
        const message = "Which operation is meant? Give operationName the name of one of the document's operations.";
        throw new BadInput("operationName", message, { http: { status: 400 } });
      }
      if (!schema.getRootType(operation.operation)) {
        throw new Problem("GRAPHQL_VALIDATION_FAILED", `This graph has no ${operation.operation}s.`, { http: { status: 400 } });
      }
      refuseDeep(document, request.variables ?? {});
      refuseZeros(document, request.variables ?? {});
      const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, { maxErrors: 20 });
      if (!errors) return;
      const fields = errors.map(error => {
        const definition = error.nodes?.[0];
        const variable = definition?.kind === Kind.VARIABLE_DEFINITION ? definition.variable.name.value : undefined;
        return { argument: variable ? argumentOf(document, variable) : "variables", ...(variable && { variable }), message: error.message };
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
        const isValue = (node: ASTNode) => node === error.nodes?.[0];
        const variable = variableAround(document, isValue);
        const argument = variable === undefined ? argumentAround(document, isValue) : argumentOf(document, variable);
        Object.assign(error.extensions, { code: "BAD_USER_INPUT", argument: argument ?? "variables" });
      }
    },
  }),
};
