import type { ApolloServerOptions } from "@apollo/server";
import type { DocumentNode } from "graphql";
import type { GatewayContext } from "../gateway-context";
import { restrictCaching } from "../subgraph/cache-hints";
import { withoutClientDirectives } from "../supergraph/client-directives";
import type { Operations } from "./operations";

/** How plans are executed: by our compiled functions, or by the gateway library. */
export const executors = ["compiled", "stock"] as const;
export type Executor = (typeof executors)[number];

type Gateway = NonNullable<ApolloServerOptions<GatewayContext>["gateway"]>;
export type GatewayExecutor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

/** Runs clients' operations by our own execution of plans, for whichever schema they were validated against. */
export const compiledExecutor =
  (operationsFor: (schema: object) => Operations): GatewayExecutor =>
  async ({ schema, document, operation, queryHash, request, context: given, overallCachePolicy }) => {
    const context = given as GatewayContext;
    const known = () => operationsFor(schema).of(queryHash, document, operation);
    const compiled = context.trace ? context.trace.span("plan", known) : known();
    const { faults, errors, data } = await compiled.execute(request.variables ?? {}, { context, onCacheControl: header => restrictCaching(overallCachePolicy, header) });
    return {
      ...(data !== undefined && { data }),
      ...(errors.length > 0 && { errors }),
      // In the place where the gateway library tells of them.
      ...(faults.length > 0 && { extensions: { valueCompletion: faults } }),
    };
  };

/** The gateway library's, which plans what it gets and knows no directives of clients. */
export const stockExecutor = (executor: GatewayExecutor): GatewayExecutor => {
  // The server keeps parsed documents; each is gone through once.
  const plain = new WeakMap<DocumentNode, DocumentNode>();
  return request => {
    const document = plain.get(request.document) ?? withoutClientDirectives(request.document);
    plain.set(request.document, document);
    return executor({ ...request, document });
  };
};

/** The same, with all that it does below the span of the request, where requests are traced. */
export const tracedExecutor =
  (executor: GatewayExecutor): GatewayExecutor =>
  request => {
    const { trace } = request.context as GatewayContext;
    return trace ? trace.within(() => executor(request)) : executor(request);
  };
