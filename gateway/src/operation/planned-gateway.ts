import { ApolloGateway, type SupergraphSdlHook } from "@apollo/gateway";
import { libraryLog, type Log } from "@huu-nghi/service-kit";
import { StockDataSource } from "../subgraph/stock-data-source";
import { givingResolvableKeys } from "../supergraph/resolvable-keys";
import { givingUpdates } from "../supergraph/supergraph-watch";
import { compiledExecutor, stockExecutor, tracedExecutor } from "./executor";
import { Planner } from "./planner";
import { SupergraphTaking, type Gateway, type TakingOptions } from "./supergraph-taking";

export interface PlannedGatewayOptions extends TakingOptions {
  log: Log;
}

/** The gateway library's gateway over a supergraph: its planner always, and our execution of its plans unless told otherwise. */
export const plannedGateway = (options: PlannedGatewayOptions): Gateway => {
  const { executor, log, supergraphs } = options;
  const taking = new SupergraphTaking(options);
  const updated = (sdl: string, update: (sdl: string) => void) => taking.updated(() => update(sdl));
  const gateway = new ApolloGateway({
    supergraphSdl: givingResolvableKeys(givingUpdates(options.supergraphSdl, updated, supergraphs)) as SupergraphSdlHook,
    logger: libraryLog(log),
    __exposeQueryPlanExperimental: false,
    buildService: ({ name, url = "" }) => new StockDataSource(taking.connect({ name, url })),
  });
  gateway.onSchemaLoadOrUpdate(loaded => taking.take(loaded, () => new Planner(gateway.__testing().queryPlanner!, loaded.coreSupergraphSdl)));
  return {
    load: async given => {
      const config = await gateway.load(given);
      await taking.first();
      return { ...config, executor: tracedExecutor(executor === "stock" ? stockExecutor(config.executor) : compiledExecutor(taking.operationsFor)) };
    },
    onSchemaLoadOrUpdate: listener => taking.listen(listener),
    stop: () => {
      taking.stop();
      return gateway.stop();
    },
  };
};
