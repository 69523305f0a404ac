import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import { merge, type Entity } from "./merge";
import type { TypeConditions } from "./type-conditions";

/** Says an entity as another division knows it: its type, keys and what that division needs; null when one of them is not there. */
export type Represent = (entity: Entity) => Entity | null;
type AddTo = (representation: Entity, entity: Entity) => boolean;

/** Compiles what a step of a plan requires of an entity. */
export const representationOf = (requires: readonly QueryPlanSelectionNode[], types: TypeConditions): Represent => {
  const parts = requires.map(node => (node.kind === "Field" ? field(node, types) : fragment(node, types)));
  return entity => {
    const representation: Entity = {};
    for (const add of parts) if (!add(representation, entity)) return null;
    return representation;
  };
};

type FieldNode = Extract<QueryPlanSelectionNode, { kind: "Field" }>;
type FragmentNode = Exclude<QueryPlanSelectionNode, { kind: "Field" }>;

const field = ({ alias, name, selections }: FieldNode, types: TypeConditions): AddTo => {
  const key = alias ?? name;
  const represent = selections && selections.length > 0 ? representationOf(selections, types) : undefined;
  const valueOf = (value: unknown): unknown => {
    if (value === null || value === undefined || !represent) return value ?? null;
    return Array.isArray(value) ? value.map(valueOf) : represent(value as Entity);
  };
  return (representation, entity) => {
    const value = Object.hasOwn(entity, key) ? entity[key] : undefined;
    if (value === undefined) return false;
    representation[key] = valueOf(value);
    return true;
  };
};

const fragment = ({ typeCondition, selections }: FragmentNode, types: TypeConditions): AddTo => {
  if (typeCondition === undefined) return () => true;
  const applies = types.under(typeCondition);
  const represent = representationOf(selections, types);
  return (representation, entity) => {
    const type = entity["__typename"];
    const part = typeof type === "string" && applies(type) ? represent(entity) : null;
    // What one condition misses is none of the others' business.
    if (part) merge(representation, part);
    return true;
  };
};
