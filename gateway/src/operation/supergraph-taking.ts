import type { SupergraphSdlHook } from "@apollo/gateway";
import type { ApolloServerOptions } from "@apollo/server";
import { assertValidSchema, type GraphQLSchema } from "graphql";
import type { GatewayContext } from "../gateway-context";
import { refuseMalformedScalars } from "../limits/malformed-scalars";
import type { SubgraphConnection } from "../subgraph/subgraph-request";
import { withClientDirectives } from "../supergraph/client-directives";
import { subgraphsIn, type Subgraph } from "../supergraph/supergraph-file";
import type { SupergraphObserver } from "../supergraph/supergraph-observer";
import type { WatchedSupergraph } from "../supergraph/supergraph-watch";
import type { Executor } from "./executor";
import { OperationCounts } from "./operation-counts";
import { Operations } from "./operations";
import type { Planner } from "./planner";

export type Gateway = NonNullable<ApolloServerOptions<GatewayContext>["gateway"]>;
type Listener = Parameters<Gateway["onSchemaLoadOrUpdate"]>[0];
type Loaded = Parameters<Listener>[0];

export interface TakingOptions {
  /** A composed supergraph, a file that is watched, or a function that gives one and may replace it later. */
  supergraphSdl: string | SupergraphSdlHook | WatchedSupergraph;
  executor: Executor;
  connect: (subgraph: Subgraph) => SubgraphConnection;
  /** Told of each schema as it begins to serve. */
  onSchema: (schema: GraphQLSchema, subgraphs: Subgraph[]) => void;
  supergraphs?: SupergraphObserver;
  counts?: OperationCounts;
}

/**
 * How supergraphs come to serve, one after the other. The library has built what comes here; the server, and with it every
 * request, stays with the supergraph before until the operations in use are compiled for the new one.
 */
export class SupergraphTaking {
  readonly #connections = new Map<string, SubgraphConnection>();
  readonly #operations = new WeakMap<object, Operations>();
  readonly #listeners = new Set<Listener>();
  readonly #counts: OperationCounts;
  #serving: Operations | undefined;
  /** Counts the supergraphs that came; a later one ends the preparation of those before. */
  #last = 0;
  #taken: Promise<void> = Promise.resolve();

  constructor(private readonly options: TakingOptions) {
    this.#counts = options.counts ?? new OperationCounts();
    this.#counts.known = () => this.#serving?.size ?? 0;
  }

  connect(subgraph: Subgraph) {
    const connection = this.options.connect(subgraph);
    this.#connections.set(subgraph.name, connection);
    return connection;
  }

  operationsFor = (schema: object) => this.#operations.get(schema)!;

  listen(listener: Listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Resolves when what `update` brings serves; rejects with the reason why it does not. */
  updated(update: () => void): Promise<void> {
    update();
    // The library does nothing with what it had last: then it is with that as it was.
    return this.#taken;
  }

  take(loaded: Loaded, planner: () => Planner) {
    this.#last += 1;
    this.#taken = this.#take(loaded, planner, this.#last);
    const { supergraphSdl, supergraphs } = this.options;
    this.#taken.catch((fault: unknown) => {
      // Of the first one the start tells, and of a file's its watch.
      if (this.#last > 1 && typeof supergraphSdl === "function") supergraphs?.onRefused(fault);
    });
  }

  /** The library goes on when a listener fails; a gateway that has nothing to serve does not. */
  first(): Promise<void> {
    return this.#taken;
  }

  stop() {
    this.#last += 1;
  }

  async #take({ apiSchema, coreSupergraphSdl }: Loaded, planner: () => Planner, number: number) {
    const { executor, onSchema } = this.options;
    const schema = withClientDirectives(apiSchema, coreSupergraphSdl);
    refuseMalformedScalars(schema);
    assertValidSchema(schema);
    const subgraphs = subgraphsIn(coreSupergraphSdl);
    if (executor === "compiled") {
      // Operations of the supergraph before keep their own way to the divisions until they are done.
      const now = new Map(subgraphs.map(({ name }) => [name, this.#connections.get(name)!]));
      const operations = new Operations(schema, planner(), name => now.get(name)!, this.#counts);
      if (this.#serving) {
        await operations.prepareFor(this.#serving, () => this.#last === number);
        if (this.#last !== number) return;
      }
      this.#operations.set(schema, operations);
      this.#serving = operations;
    }
    onSchema(schema, subgraphs);
    for (const listener of this.#listeners) listener({ apiSchema: schema, coreSupergraphSdl });
  }
}
