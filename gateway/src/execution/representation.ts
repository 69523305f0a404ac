import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import { merge, valueAt, type Entity } from "./merge";
import type { TypeConditions } from "../supergraph/type-conditions";

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

const isPlain = ({ selections }: FieldNode) => selections === undefined || selections.length === 0;

const field = ({ alias, name, selections = [], ...node }: FieldNode, types: TypeConditions): AddTo => {
  const key = alias ?? name;
  const represent = isPlain({ name, selections, ...node }) ? undefined : representationOf(selections, types);
  const valueOf = (value: unknown): unknown => {
    if (value === null || value === undefined || !represent) return value ?? null;
    return Array.isArray(value) ? value.map(valueOf) : represent(value as Entity);
  };
  return (representation, entity) => {
    const value = valueAt(entity, key);
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

/** A representation as JSON; undefined when the entity has none. */
export type RepresentAsText = (entity: Entity) => string | undefined;

/**
 * The same as text, at once where the requirements are plain fields under type conditions of which one holds, as they
 * nearly always are: this is done for each entity of each request.
 */
export const representationTextOf = (requires: readonly QueryPlanSelectionNode[], types: TypeConditions, rewrite: ((value: unknown) => void) | undefined): RepresentAsText => {
  const represent = representationOf(requires, types);
  const careful: RepresentAsText = entity => {
    const representation = represent(entity);
    if (!representation?.["__typename"]) return undefined;
    rewrite?.(representation);
    return JSON.stringify(representation);
  };
  if (rewrite) return careful;
  const byType = new Map<unknown, RepresentAsText>();
  const choose = (type: unknown): RepresentAsText => {
    const fields = typeof type === "string" ? plainFields(requires, type, types) : undefined;
    return fields ? textOf(fields, type as string) : careful;
  };
  return entity => {
    const type = entity["__typename"];
    let text = byType.get(type);
    if (!text) byType.set(type, (text = choose(type)));
    return text(entity);
  };
};

/** The names of the fields for a type when one condition holds for it and they are plain, `__typename` among them. */
const plainFields = (requires: readonly QueryPlanSelectionNode[], type: string, types: TypeConditions): string[] | undefined => {
  const applying = requires.filter(node => node.kind === "Field" || (node.typeCondition !== undefined && types.under(node.typeCondition)(type)));
  const [only] = applying;
  if (applying.length !== 1 || !only || only.kind === "Field") return undefined;
  const names = only.selections.flatMap(node => (node.kind === "Field" && isPlain(node) && node.alias === undefined ? [node.name] : []));
  return names.length === only.selections.length && names.includes("__typename") ? names : undefined;
};

// Entities of one kind come again and again; of so many the text is kept.
const mostKept = 2000;

const textOf = (names: readonly string[], type: string): RepresentAsText => {
  const head = `{"__typename":${JSON.stringify(type)}`;
  const others = names.filter(name => name !== "__typename");
  const labels = others.map(name => `,${JSON.stringify(name)}:`);
  const whole: RepresentAsText = entity => {
    let text = head;
    for (let index = 0; index < others.length; index++) {
      const value = valueAt(entity, others[index]!);
      if (value === undefined) return undefined;
      text += labels[index]! + JSON.stringify(value);
    }
    return `${text}}`;
  };
  const [key] = others;
  return others.length === 1 && key !== undefined ? keeping(key, whole) : whole;
};

/** Keeps the texts of entities that are known by one key. */
const keeping = (key: string, represent: RepresentAsText): RepresentAsText => {
  const kept = new Map<string, string>();
  return entity => {
    const value = valueAt(entity, key);
    if (typeof value !== "string") return represent(entity);
    const known = kept.get(value);
    if (known !== undefined) return known;
    const text = represent(entity)!;
    if (kept.size >= mostKept) kept.clear();
    kept.set(value, text);
    return text;
  };
};
