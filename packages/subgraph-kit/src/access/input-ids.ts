import { BadInput } from "@huu-nghi/service-kit";
import { GraphQLID, isInputObjectType, isListType, isNonNullType, type GraphQLArgument, type GraphQLInputType } from "graphql";
import { mostOfId } from "../records/record-kind";

const check = (path: readonly string[], type: GraphQLInputType, value: unknown): void => {
  if (value === null || value === undefined) return;
  if (isNonNullType(type)) return check(path, type.ofType, value);
  if (isListType(type)) return (Array.isArray(value) ? value : [value]).forEach(each => check(path, type.ofType, each));
  if (isInputObjectType(type)) return Object.values(type.getFields()).forEach(field => check([...path, field.name], field.type, (value as Record<string, unknown>)[field.name]));
  if (type !== GraphQLID || typeof value !== "string" || value.length <= mostOfId) return;
  const argument = path.join(".");
  throw new BadInput(argument, `${argument} is no id: an id has at most ${mostOfId} characters.`);
};

/** Refuses an id that is longer than any; within the one input of a change its field is what is named. */
export const refuseLongIds = (args: readonly GraphQLArgument[], given: Record<string, unknown>): void => {
  for (const { name, type } of args) check(name === "input" ? [] : [name], type, given[name]);
};
