import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from "@apollo/server";
import { Problem } from "@huu-nghi/service-kit";
import { GraphQLError, type DocumentNode, type GraphQLSchema, type ValidationRule } from "graphql";

/** Why a document is not even validated. */
export class EarlyRefusal extends Problem {}

/** Looks at a document that parses and may not be valid. */
export type EarlyCheck = (document: DocumentNode, schema: GraphQLSchema) => EarlyRefusal | undefined;

// The validation stops by itself after a hundred errors, and knows no other way to be stopped.
const enoughErrors = 200;

/** Makes the checks before GraphQL's own rules, whose work grows with what they would refuse; the first refusal ends all. */
export const earlyRefusal =
  (checks: EarlyCheck[]): ValidationRule =>
  context => ({
    Document: document => {
      for (const check of checks) {
        const refusal = check(document, context.getSchema());
        if (refusal) for (let told = 0; told < enoughErrors; told++) context.reportError(refusal);
      }
    },
  });

/** The document has more tokens than the parser takes; counted no further than ten times as far. */
export type TokenRefusal = (source: string) => EarlyRefusal;

const tooManyTokens = /^Syntax Error: Document contains more that \d+ tokens/;

/** Gives the refusal its own code in the place of the server's, and lets it stand alone. */
export const tellEarlyRefusal = (tokenRefusal: TokenRefusal): ApolloServerPlugin => {
  const ofEachRequest: GraphQLRequestListener<BaseContext> = {
    didEncounterErrors: async ({ errors, source = "" }) => {
      const found = errors.map(({ originalError }) => originalError).find(error => error instanceof EarlyRefusal);
      const refusal = found ?? (errors.some(({ message }) => tooManyTokens.test(message)) ? tokenRefusal(source) : undefined);
      if (!refusal) return;
      const { message, extensions } = refusal;
      // The server answers with this very list.
      (errors as GraphQLError[]).splice(0, errors.length, new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } }));
    },
  };
  return { requestDidStart: async () => ofEachRequest };
};
