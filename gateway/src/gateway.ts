import { randomUUID } from "node:crypto";
import type { SupergraphSdlHook } from "@apollo/gateway";
import { visitor, type KeyRing } from "@huu-nghi/identity";
import { argumentCheck, createLog, serveGraphql, type GraphqlServer, type Log, type RunningService } from "@huu-nghi/service-kit";
import type { GraphQLSchema } from "graphql";
import { admitViewers, viewerOf } from "./viewer/admission";
import { sendNothingToVendor, standardExecutor } from "./config";
import type { GatewayContext } from "./gateway-context";
import { graphiqlPages } from "./http/graphiql";
import type { HttpSettings } from "./http/http-config";
import { httpGuards } from "./http/http-guards";
import { keepOlderForm } from "./http/protocol";
import { tellIncompleteAnswers } from "./shaping/incomplete-answers";
import type { Executor } from "./operation/executor";
import { OperationCounts } from "./operation/operation-counts";
import { plannedGateway } from "./operation/planned-gateway";
import type { OperationLimits } from "./limits/limit-config";
import { operationRules } from "./limits/operation-rules";
import { forwardedOf, mayForward } from "./subgraph/forwarded-headers";
import { readinessOf } from "./subgraph/readiness";
import type { LinkHooks } from "./subgraph/link-hooks";
import { toldTogether, type LinkObserver } from "./subgraph/link-observer";
import { defaultLimits, type LinkLimits } from "./subgraph/link-options";
import { SubgraphLinks } from "./subgraph/subgraph-links";
import type { Subgraph } from "./supergraph/supergraph-file";
import { tellSupergraphs } from "./supergraph/supergraph-log";
import type { WatchedSupergraph } from "./supergraph/supergraph-watch";
import { startTelemetry } from "./telemetry/telemetry";
import type { MetricsSettings, TraceSettings } from "./telemetry/telemetry-config";
import { TokenCheck, type TokenSettings } from "./viewer/token-check";
import { UnionTree } from "./viewer/union-tree";

export interface GatewayOptions {
  /** A composed supergraph, a file that is watched, or a function that gives one and may replace it later. */
  supergraphSdl: string | SupergraphSdlHook | WatchedSupergraph;
  /** Addresses that replace those of the supergraph, by the subgraph's name. */
  subgraphUrls?: Record<string, string> | ((subgraph: string) => string | undefined);
  /** How subgraphs are asked; what is not said is the default. */
  links?: Partial<LinkLimits>;
  /** Names, in lower case, of clients' headers that go on to subgraphs. */
  forwardHeaders?: readonly string[];
  hooks?: LinkHooks;
  observer?: LinkObserver;
  /** How plans are executed; ours when it is not said. */
  executor?: Executor;
  host?: string;
  /** 0, and no port, takes a free one. */
  port?: number;
  log?: Log;
  /** Opens GraphiQL and introspection to admins only. */
  production?: boolean;
  /** What is taken from whom over HTTP; what is not said is the default. */
  http?: Partial<HttpSettings>;
  /** What one operation may ask for; what is not said is the default. */
  limits?: Partial<OperationLimits>;
  /** Whose tokens are taken; without any, whoever sends one is refused. */
  tokens?: TokenSettings;
  /** By which the subgraphs know this gateway; without them its requests are not signed. */
  keys?: KeyRing | undefined;
  /** Gives figures of its work at /metrics. */
  metrics?: MetricsSettings | undefined;
  /** Sends spans of its work. */
  traces?: TraceSettings | undefined;
}

/** The gateway over a supergraph, listening. No subgraph has to run yet. */
export const startGateway = async (options: GatewayOptions): Promise<RunningService> => {
  const { log = createLog("gateway", "silent"), subgraphUrls: given = {}, production = false, keys, executor = standardExecutor() } = options;
  const addressOf = ({ name, url }: Subgraph) => (typeof given === "function" ? given(name) : given[name]) ?? url;
  let schema: GraphQLSchema | undefined;
  let subgraphs: Subgraph[] = [];
  let server: GraphqlServer<GatewayContext> | undefined = undefined;
  const askAsVisitor = async (query: string) => server?.execute(query, { requestId: randomUUID(), log, viewer: visitor });
  const unions = new UnionTree(askAsVisitor, log);
  const tokens = new TokenCheck(options.tokens ?? {}, log);
  if (!keys) log.warn("requests to subgraphs are not signed, so those of this project refuse them: set GATEWAY_KEYS_FILE");

  const counts = new OperationCounts();
  const telemetry = startTelemetry(options, { counts, log, links: () => links.states.filter(({ division }) => subgraphs.some(({ name }) => name === division)) });
  const forwardHeaders = options.forwardHeaders?.filter(name => mayForward(name) && !telemetry.ownHeaders.includes(name)) ?? [];
  const links: SubgraphLinks = new SubgraphLinks({ ...defaultLimits, ...options.links, ...options.hooks, observer: toldTogether(options.observer, ...telemetry.links), log, keys });
  sendNothingToVendor();
  const gateway = plannedGateway({
    supergraphSdl: options.supergraphSdl,
    executor,
    log,
    counts,
    supergraphs: tellSupergraphs(log, telemetry.supergraphs),
    connect: subgraph => links.to(subgraph.name, addressOf(subgraph)),
    onSchema: (apiSchema, named) => {
      unions.useSchema(apiSchema);
      schema = apiSchema;
      subgraphs = named.map(subgraph => ({ ...subgraph, url: addressOf(subgraph) }));
    },
  });

  const rules = operationRules({ limits: options.limits, production });
  const guards = httpGuards(options.http ?? {}, { admission: admitViewers(tokens, unions, log), ready: readinessOf(() => subgraphs), forwardHeaders });
  server = await serveGraphql<GatewayContext>({
    log,
    host: options.host ?? "127.0.0.1",
    port: options.port ?? 0,
    apollo: { gateway, ...rules, plugins: [...rules.plugins, argumentCheck, tellIncompleteAnswers, keepOlderForm] },
    ...guards.served,
    admit: [...telemetry.requests, ...(guards.served.admit ?? [])],
    context: ({ headers }, base, locals) => ({ ...base, viewer: viewerOf(locals), forwarded: forwardedOf(headers, forwardHeaders), trace: telemetry.traceOf(locals) }),
    pages: app => {
      telemetry.pages(app);
      graphiqlPages(app, { schema: () => schema, identify: production ? guards.identify : undefined });
    },
  });
  const { close, ...running } = server;
  let ended: Promise<void> | undefined;
  const end = async () => {
    tokens.close();
    await close();
    await links.close();
    guards.close();
    await telemetry.close();
  };
  return { ...running, close: () => (ended ??= end()) };
};
