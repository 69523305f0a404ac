import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { Log } from "./log";
import { isForeseen } from "./problem";
import type { RequestContext } from "./request-context";
import { codesOf } from "./request-line";

const longestName = 80;

/** Gives each error its request id, notes for the request's line what it was, and logs what nobody foresaw. */
export const reportErrors = <Context extends RequestContext>(log: Log): ApolloServerPlugin<Context> => ({
  contextCreationDidFail: async ({ error }) => {
    if (!(error instanceof GraphQLError && isForeseen(error))) log.error({ err: error }, "a request could not be taken up");
  },
  unexpectedErrorProcessingRequest: async ({ requestContext, error }) => requestContext.contextValue.log.error({ err: error }, "a request met a fault"),
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, operationName, contextValue: { notes } }) => {
      if (!notes || !operation) return;
      notes.type = operation.operation;
      notes.operation = (operationName ?? notes.type).slice(0, longestName);
    },
    didEncounterErrors: async ({ errors, contextValue: { requestId, log: requestLog } }) => {
      for (const error of errors) {
        if (!isForeseen(error)) {
          const { originalError, path, extensions } = error;
          requestLog.error({ err: originalError ?? error, path, division: extensions["division"] }, "a request met a fault");
        }
        error.extensions["requestId"] = requestId;
      }
    },
    willSendResponse: async ({ response, contextValue: { requestId, notes } }) => {
      // An error that a plugin adds after the execution is not seen by didEncounterErrors, so the id is added here too.
      if (response.body.kind !== "single") return;
      const { errors = [] } = response.body.singleResult;
      for (const error of errors) Object.assign(error, { extensions: { ...error.extensions, requestId } });
      if (notes) notes.errors = codesOf(errors);
    },
  }),
});
