import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "./request-context";
import { isForeseen } from "./problem";

/** Gives each error its request id, and writes what nobody foresaw into the log, where its text may stand. */
export const reportErrors = <Context extends RequestContext>(): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue: { requestId, log } }) => {
      for (const error of errors) {
        if (!isForeseen(error)) log.error({ err: error.originalError ?? error, path: error.path }, "a request met a fault");
        error.extensions["requestId"] = requestId;
      }
    },
    willSendResponse: async ({ response, contextValue: { requestId } }) => {
      // An error that a plugin adds after the execution is not seen by didEncounterErrors, so the id is added here too.
      if (response.body.kind !== "single") return;
      for (const error of response.body.singleResult.errors ?? []) {
        Object.assign(error, { extensions: { ...error.extensions, requestId } });
      }
    },
  }),
});
