import type { SupergraphSdlHook } from "@apollo/gateway";
import { Kind, parse, print, visit, type ConstDirectiveNode } from "graphql";
import { argumentOf } from "./directive-arguments";

const isKey = (directive: ConstDirectiveNode) => directive.name.value === "join__type" && argumentOf(directive, "key") !== undefined;
const isResolvable = (directive: ConstDirectiveNode) => {
  const value = argumentOf(directive, "resolvable");
  return !(value?.kind === Kind.BOOLEAN && !value.value);
};
const graphOf = (directive: ConstDirectiveNode) => {
  const value = argumentOf(directive, "graph");
  return value?.kind === Kind.ENUM ? value.value : undefined;
};

const withoutUselessKeys = (directives: readonly ConstDirectiveNode[]) => {
  const keys = directives.filter(isKey);
  const resolving = new Set(keys.filter(isResolvable).map(graphOf));
  return directives.filter(directive => !isKey(directive) || isResolvable(directive) || !resolving.has(graphOf(directive)));
};

/**
 * A supergraph without the keys by which a division cannot be asked for a type, where it can be by another: the planner
 * would go through the wrong one and find nothing there. What is no supergraph stays as it is, for the library to refuse.
 */
export const withResolvableKeys = (supergraphSdl: string): string => {
  if (!supergraphSdl.includes("resolvable: false")) return supergraphSdl;
  const type = { leave: <Node extends { directives?: readonly ConstDirectiveNode[] }>(node: Node) => ({ ...node, directives: withoutUselessKeys(node.directives ?? []) }) };
  return print(visit(parse(supergraphSdl, { noLocation: true }), { ObjectTypeDefinition: type, InterfaceTypeDefinition: type }));
};

/** The same for each supergraph that a hook gives. */
export const givingResolvableKeys = (supergraph: string | SupergraphSdlHook): string | SupergraphSdlHook =>
  typeof supergraph === "string"
    ? withResolvableKeys(supergraph)
    : async options => {
        const given = await supergraph({ ...options, update: sdl => options.update(withResolvableKeys(sdl)) });
        return { ...given, supergraphSdl: withResolvableKeys(given.supergraphSdl) };
      };
