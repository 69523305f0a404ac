import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { GraphQLError, OperationTypeNode } from "graphql";
import type { GatewayContext } from "../gateway-context";
import { restrictCaching } from "./cache-hints";
import { missingPaths } from "./missing-paths";
import { repeatableBy } from "./repeatable";
import type { SubgraphConnection } from "./subgraph-request";

type StockRequest = GraphQLDataSourceProcessOptions<GatewayContext>;
type StockAnswer = Awaited<ReturnType<GraphQLDataSource["process"]>>;

// The library also sends requests of its own, such as health checks, which belong to no client.
const isOfClient = (options: StockRequest) => "incomingRequestContext" in options;

/** The way to a subgraph for the gateway library's own execution of plans. */
export class StockDataSource implements GraphQLDataSource<GatewayContext> {
  constructor(private readonly connection: SubgraphConnection) {}

  async process(options: StockRequest): Promise<StockAnswer> {
    const { query: document = "", variables, operationName } = options.request;
    const asked: unknown = variables?.["representations"];
    const isMutation = isOfClient(options) && options.incomingRequestContext.operation.operation === OperationTypeNode.MUTATION && !Array.isArray(asked);
    try {
      const { data, errors, cacheControl } = await this.connection.ask({
        document,
        kind: isMutation ? "mutation" : "query",
        ...(isMutation && { repeatable: repeatableBy(document)(variables) }),
        body: JSON.stringify({ query: document, variables, operationName }),
        ...(Array.isArray(asked) && { entities: asked.length }),
        context: isOfClient(options) ? options.context : null,
      });
      if (isOfClient(options)) restrictCaching(options.incomingRequestContext.overallCachePolicy, cacheControl);
      return {
        ...(data !== undefined && { data }),
        ...(errors && { errors: errors.map(({ message, path, extensions }) => new GraphQLError(message, { path, extensions })) }),
      };
    } catch (error) {
      return this.missing(error as Error, options, document);
    }
  }

  private missing(error: Error, options: StockRequest, document: string): StockAnswer {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, extensions } = error;
    const place = (isOfClient(options) && options.pathInIncomingRequest) || [];
    const list = place.indexOf("@");
    // All items of a list miss the same: one error says so. What is thrown keeps its path as it is.
    if (list >= 0) throw new GraphQLError(message, { path: place.slice(0, list), extensions });
    return { errors: missingPaths(document).map(path => new GraphQLError(message, { path, extensions })) };
  }
}
