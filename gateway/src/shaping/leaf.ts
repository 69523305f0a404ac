import { isEnumType, type GraphQLLeafType } from "graphql";
import { isTooDeep } from "../subgraph/nesting";

const maxInt = 2 ** 31;
const builtIn: Record<string, (value: unknown) => boolean> = {
  Int: value => Number.isInteger(value) && (value as number) >= -maxInt && (value as number) < maxInt,
  Float: value => typeof value === "number",
  String: value => typeof value === "string",
  Boolean: value => typeof value === "boolean",
  ID: value => typeof value === "string" || typeof value === "number",
};
const anything = (value: unknown) => !isTooDeep(value);

/** Whether a value that is not null may stand for the type in an answer. Of scalars with names of their own, any may that can be written down. */
export const leafCheck = (type: GraphQLLeafType): ((value: unknown) => boolean) => {
  if (!isEnumType(type)) return builtIn[type.name] ?? anything;
  const names = new Set<unknown>(type.getValues().map(({ name }) => name));
  return value => names.has(value);
};
