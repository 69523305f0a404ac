import type { ApolloServerPlugin } from "@apollo/server";

const suggestion = /[ ;,.]*\s*Did you mean [^?]*\?/g;

const withoutSuggestions = (value: unknown): unknown => {
  if (typeof value === "string") return value.replace(suggestion, ".").replace(/\.\.$/, ".");
  if (Array.isArray(value)) return value.map(withoutSuggestions);
  return value !== null && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutSuggestions(each)])) : value;
};

/** Takes out of errors the names of the schema that were not asked for, which the library offers for those that are wrong. */
export const hideSuggestions: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors }) => {
      for (const error of errors) {
        error.message = String(withoutSuggestions(error.message));
        if (error.extensions["fields"] !== undefined) error.extensions["fields"] = withoutSuggestions(error.extensions["fields"]);
      }
    },
  }),
};
