import type { ApolloServerPlugin } from "@apollo/server";
import type { Viewer } from "@huu-nghi/identity";
import { Problem } from "@huu-nghi/service-kit";
import { Kind, visit, BREAK, type DocumentNode } from "graphql";
import type { GatewayContext } from "../gateway-context";
import { isIntrospection } from "./operation-shape";

/** Who may look at the schema, and use the pages that show it, where these are not for everybody. */
export const mayExplore = ({ grants }: Viewer) => grants.some(({ role }) => role === "admin");

const introspects = (document: DocumentNode) => {
  let found = false;
  visit(document, {
    enter(node) {
      if (node.kind !== Kind.FIELD || !isIntrospection(node)) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
};

/** Shows the schema to admins only. Asked with each request, since a document is validated once for all viewers. */
export const introspectionForAdmins = (): ApolloServerPlugin<GatewayContext> => {
  const known = new WeakMap<DocumentNode, boolean>();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, contextValue: { viewer } }) => {
        const asked = known.get(document) ?? introspects(document);
        known.set(document, asked);
        if (!asked || mayExplore(viewer)) return;
        throw new Problem("GRAPHQL_VALIDATION_FAILED", "The schema is shown to admins only here (__schema, __type). Send an admin's token, or use the published schema.", { http: { status: 400 } });
      },
    }),
  };
};
