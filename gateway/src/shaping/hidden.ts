import { isCompositeType, isEnumType, type GraphQLSchema } from "graphql";

/**
 * What the divisions know and clients may not see (`@inaccessible`). It is null in an answer, and that is no fault; what
 * nobody knows is one.
 */
export class Hidden {
  constructor(private readonly supergraph: GraphQLSchema) {}

  isType(name: unknown): boolean {
    return typeof name === "string" && isCompositeType(this.supergraph.getType(name));
  }

  isValue(type: string, value: unknown): boolean {
    const known = this.supergraph.getType(type);
    return isEnumType(known) && typeof value === "string" && known.getValue(value) !== undefined;
  }
}
