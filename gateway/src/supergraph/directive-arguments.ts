import { Kind, type ConstDirectiveNode } from "graphql";

/** What a directive of a supergraph is given under a name. */
export const argumentOf = ({ arguments: given = [] }: ConstDirectiveNode, name: string) => given.find(argument => argument.name.value === name)?.value;

/** The same, where it is a text. */
export const textOf = (directive: ConstDirectiveNode, name: string): string | undefined => {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.STRING ? value.value : undefined;
};
