import type { ApolloServerOptions } from "@apollo/server";
import type { GatewayContext } from "../gateway-context";
import { restrictCaching } from "../subgraph/cache-hints";
import type { Operations } from "./operations";

/** How plans are executed: by our compiled functions, or by the gateway library. */
export const executors = ["compiled", "stock"] as const;
export type Executor = (typeof executors)[number];

type Gateway = NonNullable<ApolloServerOptions<GatewayContext>["gateway"]>;
type GatewayExecutor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

/** Runs clients' operations by our own execution of plans, for whichever schema they were validated against. */
export const compiledExecutor =
  (operationsFor: (schema: object) => Operations): GatewayExecutor =>
  async ({ schema, document, operation, request, context, overallCachePolicy }) => {
    const compiled = operationsFor(schema).of(document, operation);
    const { faults, errors, data } = await compiled.execute(request.variables ?? {}, { context: context as GatewayContext, onCacheControl: header => restrictCaching(overallCachePolicy, header) });
    return {
      ...(data !== undefined && { data }),
      ...(errors.length > 0 && { errors }),
      // In the place where the gateway library tells of them.
      ...(faults.length > 0 && { extensions: { valueCompletion: faults } }),
    };
  };
