import { ApolloGateway, type SupergraphSdlHook } from "@apollo/gateway";
import type { ApolloServerOptions } from "@apollo/server";
import { libraryLog, type Log } from "@huu-nghi/service-kit";
import type { GraphQLSchema } from "graphql";
import type { GatewayContext } from "../gateway-context";
import { StockDataSource } from "../subgraph/stock-data-source";
import type { SubgraphConnection } from "../subgraph/subgraph-request";
import { subgraphsIn, type Subgraph } from "../supergraph/supergraph-file";
import { givingResolvableKeys } from "../supergraph/resolvable-keys";
import { compiledExecutor, type Executor } from "./executor";
import { Operations } from "./operations";
import { Planner } from "./planner";


export interface FederationOptions {
  /** A composed supergraph, or a function that gives one and may replace it later. */
  supergraphSdl: string | SupergraphSdlHook;
  executor: Executor;
  log: Log;
  connect: (subgraph: Subgraph) => SubgraphConnection;
  /** Told of each schema before it serves. */
  onSchema: (schema: GraphQLSchema, subgraphs: Subgraph[]) => void;
}

/** The gateway library's gateway over a supergraph: its planner always, and our execution of its plans unless told otherwise. */
export const federation = ({ supergraphSdl, executor, log, connect, onSchema }: FederationOptions): NonNullable<ApolloServerOptions<GatewayContext>["gateway"]> => {
  const connections = new Map<string, SubgraphConnection>();
  const operations = new WeakMap<object, Operations>();
  const gateway = new ApolloGateway({
    supergraphSdl: givingResolvableKeys(supergraphSdl) as SupergraphSdlHook,
    logger: libraryLog(log),
    __exposeQueryPlanExperimental: false,
    buildService: ({ name, url = "" }) => {
      const connection = connect({ name, url });
      connections.set(name, connection);
      return new StockDataSource(connection);
    },
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    onSchema(apiSchema, subgraphsIn(coreSupergraphSdl));
    // Operations of the supergraph before keep their own way to the divisions until they are done.
    const now = new Map(connections);
    const planner = new Planner(gateway.__testing().queryPlanner!, coreSupergraphSdl);
    operations.set(apiSchema, new Operations(apiSchema, planner, name => now.get(name)!));
  });
  if (executor === "stock") return gateway;
  const executing = compiledExecutor(schema => operations.get(schema)!);
  return {
    load: async options => ({ ...(await gateway.load(options)), executor: executing }),
    onSchemaLoadOrUpdate: listener => gateway.onSchemaLoadOrUpdate(listener),
    stop: () => gateway.stop(),
  };
};
