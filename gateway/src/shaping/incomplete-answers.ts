import type { ApolloServerPlugin } from "@apollo/server";
import { maskError, type RequestContext } from "@huu-nghi/service-kit";
import type { GraphQLError } from "graphql";

/** Where, without the places in lists. The fault's own words could hold what the subgraph gave. */
const fieldOf = ({ path = [] }: GraphQLError) => path.filter(key => typeof key === "string").join(".");

/**
 * Where a subgraph gave null for what may not be null, the gateway library answers `data: null` with the reason in an
 * extension of its own and no error. A client that sees null without an error takes it for the truth.
 */
export const tellIncompleteAnswers: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue: { log } }) => {
      if (response.body.kind !== "single") return;
      const { singleResult } = response.body;
      const { valueCompletion, ...extensions } = singleResult.extensions ?? {};
      if (!Array.isArray(valueCompletion)) return;
      log.error({ fields: [...new Set(valueCompletion.map(fieldOf))] }, "a division's answer does not fit the schema");
      const errors = valueCompletion.map(({ message, path }: GraphQLError) => maskError({ message, path, extensions: {} }));
      singleResult.errors = [...(singleResult.errors ?? []), ...errors];
      singleResult.extensions = Object.keys(extensions).length > 0 ? extensions : undefined;
    },
  }),
};
