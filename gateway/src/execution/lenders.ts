import type { FetchNode } from "@apollo/query-planner";
import { Kind, print, type DocumentNode, type FieldNode, type InlineFragmentNode, type SelectionSetNode } from "graphql";
import { responseName } from "../shaping/selected-fields";
import { copyJson } from "../subgraph/copy-answer";
import { wordsOf } from "./fetch-words";
import { valueAt, type Entity } from "./merge";
import type { PlacedFetch } from "./plan-fetches";

/** From what was asked of an entity in wider words, what would have come for narrower ones; always a copy. */
export type Narrowing = (entity: Entity) => Entity;

/** Requests of a plan from which another can take what it needs of entities that they asked for. */
export interface Lender {
  words: string;
  narrow: Narrowing;
}

/** Undefined where what is asked depends on an object's type: then its fields' names alone do not say what they hold. */
const fieldsOf = ({ selections }: SelectionSetNode): readonly FieldNode[] | undefined => (selections.every(node => node.kind === Kind.FIELD) ? selections : undefined);

const asksTheSame = (one: FieldNode, other: FieldNode) => {
  const withoutParts = ({ name, arguments: given = [], directives = [] }: FieldNode) => print({ kind: Kind.FIELD, name, arguments: given, directives });
  return withoutParts(one) === withoutParts(other);
};

/** The parts of an object by name, each with what is taken of it; undefined for all of it. */
type Parts = ReadonlyMap<string, Parts | undefined>;

/** What of the wider selection the narrower one asks for; undefined where it asks for more. */
const partsIn = (narrow: SelectionSetNode, wide: SelectionSetNode): Parts | undefined => {
  const [asked, there] = [fieldsOf(narrow), fieldsOf(wide)];
  if (!asked || !there) return undefined;
  const parts = new Map<string, Parts | undefined>();
  for (const field of asked) {
    const [same, ...others] = there.filter(each => responseName(each) === responseName(field));
    if (!same || others.length > 0 || parts.has(responseName(field)) || !asksTheSame(field, same)) return undefined;
    const inner = field.selectionSet && partsIn(field.selectionSet, same.selectionSet!);
    if (field.selectionSet && !inner) return undefined;
    parts.set(responseName(field), inner);
  }
  return parts;
};

const taken = (value: unknown, parts: Parts | undefined): unknown => {
  if (parts === undefined || typeof value !== "object" || value === null) return copyJson(value);
  if (Array.isArray(value)) return value.map(each => taken(each, parts));
  const copy: Entity = {};
  for (const [name, inner] of parts) {
    const given = valueAt(value as Entity, name);
    if (given !== undefined) copy[name] = taken(given, inner);
  }
  return copy;
};

/** What a request asks of entities, where that is one selection on one type. */
const selectionOf = ({ definitions }: DocumentNode): InlineFragmentNode | undefined => {
  const [operation, ...fragments] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || fragments.length > 0) return undefined;
  const [entities] = operation.selectionSet.selections;
  const [selection, ...others] = entities?.kind === Kind.FIELD ? (entities.selectionSet?.selections ?? []) : [];
  return selection?.kind === Kind.INLINE_FRAGMENT && others.length === 0 && !selection.directives?.length ? selection : undefined;
};

const lend = (asker: PlacedFetch, other: PlacedFetch): Lender | undefined => {
  const [narrow, wide] = [selectionOf(asker.document), selectionOf(other.document)];
  if (!narrow || !wide || asker.fetch.serviceName !== other.fetch.serviceName) return undefined;
  if (narrow.typeCondition?.name.value !== wide.typeCondition?.name.value) return undefined;
  const parts = partsIn(narrow.selectionSet, wide.selectionSet);
  return parts && { words: wordsOf(other.fetch), narrow: entity => taken(entity, parts) as Entity };
};

/** For each request for entities, those of the plan that ask the same division for all that it wants, and more. */
export const lendersIn = (fetches: readonly PlacedFetch[]): ReadonlyMap<FetchNode, readonly Lender[]> => {
  const ofEntities = fetches.filter(({ fetch }) => fetch.requires !== undefined);
  const lendersOf = (asker: PlacedFetch) => {
    const found = new Map<string, Lender>();
    for (const other of ofEntities) {
      const lender = wordsOf(other.fetch) === wordsOf(asker.fetch) ? undefined : lend(asker, other);
      if (lender) found.set(lender.words, lender);
    }
    return [...found.values()];
  };
  return new Map(ofEntities.map(asker => [asker.fetch, lendersOf(asker)]));
};
