import { randomUUID } from "node:crypto";
import { ApolloGateway, type SupergraphSdlHook } from "@apollo/gateway";
import { visitor, type KeyRing } from "@huu-nghi/identity";
import { argumentCheck, createLog, libraryLog, serveGraphql, type GraphqlServer, type Log, type RunningService } from "@huu-nghi/service-kit";
import cors from "cors";
import type { GraphQLSchema } from "graphql";
import { admitViewers, viewerOf } from "./viewer/admission";
import { sendNothingToVendor } from "./config";
import type { GatewayContext } from "./gateway-context";
import { graphiqlPages } from "./http/graphiql";
import { tellIncompleteAnswers } from "./shaping/incomplete-answers";
import { refuseMalformedScalars } from "./operation/malformed-scalars";
import { readinessOf } from "./subgraph/readiness";
import { StockDataSource } from "./subgraph/stock-data-source";
import { SubgraphLink } from "./subgraph/subgraph-link";
import { subgraphsIn, type Subgraph } from "./supergraph/supergraph-file";
import { TokenCheck, type TokenSettings } from "./viewer/token-check";
import { UnionTree } from "./viewer/union-tree";

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
  /** Whose tokens are taken; without any, whoever sends one is refused. */
  tokens?: TokenSettings;
  /** By which the subgraphs know this gateway; without them its requests are not signed. */
  keys?: KeyRing | undefined;
}

/** The gateway over a supergraph, listening. No subgraph has to run yet. */
export const startGateway = async (options: GatewayOptions): Promise<RunningService> => {
  const { log = createLog("gateway", "silent"), subgraphUrls = {}, subgraphTimeoutMs = 10_000, production = false, corsOrigins = [], keys } = options;
  const addressOf = ({ name, url }: Subgraph) => subgraphUrls[name] ?? url;
  let schema: GraphQLSchema | undefined;
  let subgraphs: Subgraph[] = [];
  let server: GraphqlServer<GatewayContext> | undefined = undefined;
  const askAsVisitor = async (query: string) => server?.execute(query, { requestId: randomUUID(), log, viewer: visitor });
  const unions = new UnionTree(askAsVisitor, log);
  const tokens = new TokenCheck(options.tokens ?? {}, log);
  if (!keys) log.warn("requests to subgraphs are not signed, so those of this project refuse them: set GATEWAY_KEYS_FILE");

  sendNothingToVendor();
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraphSdl as SupergraphSdlHook,
    logger: libraryLog(log),
    __exposeQueryPlanExperimental: false,
    buildService: ({ name, url = "" }) =>
      new StockDataSource(new SubgraphLink({ division: name, url: addressOf({ name, url }), timeoutMs: subgraphTimeoutMs, log, keys })),
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    refuseMalformedScalars(apiSchema);
    unions.useSchema(apiSchema);
    schema = apiSchema;
    subgraphs = subgraphsIn(coreSupergraphSdl).map(subgraph => ({ ...subgraph, url: addressOf(subgraph) }));
  });

  server = await serveGraphql<GatewayContext>({
    log,
    host: options.host ?? "127.0.0.1",
    port: options.port ?? 0,
    apollo: {
      gateway,
      introspection: !production,
      hideSchemaDetailsFromClientErrors: production,
      plugins: [argumentCheck, tellIncompleteAnswers],
    },
    admit: [admitViewers(tokens, unions, log)],
    context: (_request, base, locals) => ({ ...base, viewer: viewerOf(locals) }),
    ready: readinessOf(() => subgraphs),
    pages: app => {
      if (corsOrigins.length > 0) app.use("/graphql", cors({ origin: [...corsOrigins], exposedHeaders: ["x-request-id"], maxAge: 600 }));
      if (!production) graphiqlPages(app, () => schema);
    },
  });
  const { close, ...running } = server;
  return {
    ...running,
    close: async () => {
      tokens.close();
      await close();
    },
  };
};
