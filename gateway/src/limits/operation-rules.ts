import type { ApolloServerOptions } from "@apollo/server";
import type { GatewayContext } from "../gateway-context";
import { earlyRefusal } from "./early-refusal";
import { hideSuggestions } from "./hide-suggestions";
import { introspectionForAdmins } from "./introspection-access";
import { defaultOperationLimits, type OperationLimits } from "./limit-config";
import { limitOperations, OperationCheck } from "./operation-limits";
import { persistedQueries } from "./persisted-queries";
import { refuseUnsupported } from "./unsupported";

type ServerOptions = Pick<ApolloServerOptions<GatewayContext>, "parseOptions" | "validationRules" | "introspection" | "hideSchemaDetailsFromClientErrors"> & {
  plugins: NonNullable<ApolloServerOptions<GatewayContext>["plugins"]>;
};

export interface OperationRules {
  limits?: Partial<OperationLimits> | undefined;
  /** Shows the schema to admins only, and says no name of it that was not asked for. */
  production: boolean;
}

/** What is refused of operations before they are planned, as the server is told it. */
export const operationRules = ({ limits: given, production }: OperationRules): ServerOptions => {
  const limits = { ...defaultOperationLimits, ...given };
  const check = new OperationCheck(limits);
  return {
    ...(limits.tokens !== Infinity && { parseOptions: { maxTokens: limits.tokens } }),
    validationRules: [earlyRefusal([refuseUnsupported, check.ofDocument])],
    // A document is validated once for all viewers, so that it is the request which is refused.
    introspection: true,
    hideSchemaDetailsFromClientErrors: production,
    plugins: [persistedQueries, ...limitOperations(check), ...(production ? [introspectionForAdmins(), hideSuggestions] : [])],
  };
};
