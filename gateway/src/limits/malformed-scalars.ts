import { scalars } from "@huu-nghi/service-kit";
import { isScalarType, type GraphQLSchema } from "graphql";

/**
 * A composed schema knows a scalar only by its name and takes any value for it, so that a malformed one would travel
 * to a subgraph and come back as that one's fault. Here our scalars get their rules; those of other names take
 * what they took before.
 */
export const refuseMalformedScalars = (schema: GraphQLSchema) => {
  for (const type of Object.values(schema.getTypeMap())) {
    const rules = isScalarType(type) ? scalars[type.name] : undefined;
    if (rules) Object.assign(type, { parseValue: rules.parseValue, parseLiteral: rules.parseLiteral });
  }
};
