import type { ApolloServerPlugin } from "@apollo/server";

const refusals = new Map([
  ["provided sha does not match query", "extensions.persistedQuery.sha256Hash is not the SHA-256 of this query."],
  ["Unsupported persisted query version", "extensions.persistedQuery has to be {\"version\": 1, \"sha256Hash\": \"…\"}, with the hash in hexadecimal digits."],
]);

const sha256 = /^[0-9a-f]{64}$/;
const isPersisted = (given: unknown) => {
  const { version, sha256Hash } = (given ?? {}) as Record<string, unknown>;
  return version === 1 && typeof sha256Hash === "string" && sha256.test(sha256Hash);
};

/**
 * Automatic persisted queries: a client sends a query's hash, and the query itself only once that is asked for. The server
 * keeps those asked for lately, and looks up whatever it is given as a hash; here what is none is refused.
 */
export const persistedQueries: ApolloServerPlugin = {
  requestDidStart: async ({ request }) => {
    const given: unknown = request.extensions?.["persistedQuery"];
    // The server refuses another version by itself, and nothing else of what stands here.
    if (given && !isPersisted(given)) request.extensions = { ...request.extensions, persistedQuery: { version: 0 } };
    return {
      didEncounterErrors: async ({ errors }) => {
        for (const error of errors) {
          const message = refusals.get(error.message);
          if (message === undefined || error.path) continue;
          error.message = message;
          Object.assign(error.extensions, { code: "BAD_USER_INPUT", argument: "extensions" });
        }
      },
    };
  },
};
