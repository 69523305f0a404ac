import { ApolloGateway, type SupergraphSdlHook } from "@apollo/gateway";
import { argumentCheck, createLog, serveGraphql, type Log, type RequestContext, type RunningService } from "@huu-nghi/service-kit";
import cors from "cors";
import type { GraphQLSchema } from "graphql";
import { sendNothingToVendor } from "./config";
import { graphiqlPages } from "./graphiql";
import { tellIncompleteAnswers } from "./incomplete-answers";
import { refuseMalformedScalars } from "./malformed-scalars";
import { readinessOf } from "./readiness";
import { SubgraphLink } from "./subgraph-link";
import { subgraphsIn, type Subgraph } from "./supergraph-file";

export interface GatewayOptions {
  /** A composed supergraph, or a function that gives one and may replace it later. */
  supergraphSdl: string | SupergraphSdlHook;
  /** Addresses that replace those of the supergraph, by the subgraph's name. */
  subgraphUrls?: Record<string, string>;
  subgraphTimeoutMs?: number;
  host?: string;
  /** 0, and no port, takes a free one. */
  port?: number;
  log?: Log;
  /** Closes GraphiQL and introspection. */
  production?: boolean;
  corsOrigins?: readonly string[];
}

// What the libraries tell as news is detail to us; their warnings and errors stay what they are.
const vendorLog = (log: Log) => {
  const detail = (message: string) => log.debug(message);
  return { debug: detail, info: detail, warn: (message: string) => log.warn(message), error: (message: string) => log.error(message) };
};

/** The gateway over a supergraph, listening. No subgraph has to run yet. */
export const startGateway = async (options: GatewayOptions): Promise<RunningService> => {
  const { log = createLog("gateway", "silent"), subgraphUrls = {}, subgraphTimeoutMs = 10_000, production = false, corsOrigins = [] } = options;
  const addressOf = ({ name, url }: Subgraph) => subgraphUrls[name] ?? url;
  let schema: GraphQLSchema | undefined;
  let subgraphs: Subgraph[] = [];

  sendNothingToVendor();
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraphSdl as SupergraphSdlHook,
    logger: vendorLog(log),
    __exposeQueryPlanExperimental: false,
    buildService: ({ name, url = "" }) =>
      new SubgraphLink({ division: name, url: addressOf({ name, url }), timeoutMs: subgraphTimeoutMs, log }),
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    refuseMalformedScalars(apiSchema);
    schema = apiSchema;
    subgraphs = subgraphsIn(coreSupergraphSdl).map(subgraph => ({ ...subgraph, url: addressOf(subgraph) }));
  });

  return serveGraphql<RequestContext>({
    log,
    host: options.host ?? "127.0.0.1",
    port: options.port ?? 0,
    apollo: {
      gateway,
      logger: vendorLog(log),
      introspection: !production,
      hideSchemaDetailsFromClientErrors: production,
      plugins: [argumentCheck, tellIncompleteAnswers],
    },
    context: (_request, base) => base,
    ready: readinessOf(() => subgraphs),
    pages: app => {
      if (corsOrigins.length > 0) app.use("/graphql", cors({ origin: [...corsOrigins], exposedHeaders: ["x-request-id"], maxAge: 600 }));
      if (!production) graphiqlPages(app, () => schema);
    },
  });
};
