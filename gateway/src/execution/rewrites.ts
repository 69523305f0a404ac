import type { FetchDataRewrite } from "@apollo/query-planner";
import type { Entity } from "./merge";
import type { TypeConditions } from "../supergraph/type-conditions";

export type Rewrite = (value: unknown) => void;

const condition = "... on ";
const isObject = (value: unknown): value is Entity => typeof value === "object" && value !== null;

const act = (rewrite: FetchDataRewrite, key: string): ((entity: Entity) => void) =>
  rewrite.kind === "ValueSetter"
    ? entity => void (entity[key] = rewrite.setValueTo as unknown)
    : entity => {
        if (!Object.hasOwn(entity, key) || entity[key] === undefined) return;
        entity[rewrite.renameKeyTo] = entity[key];
        delete entity[key];
      };

const along = (path: readonly string[], types: TypeConditions, then: Rewrite): Rewrite => {
  const [first, ...rest] = path;
  if (first === undefined) return each(value => then(value));
  const next = along(rest, types, then);
  if (!first.startsWith(condition)) return each(value => next(Object.hasOwn(value, first) ? value[first] : undefined));
  const applies = types.under(first.slice(condition.length));
  // What does not say its type is of the only type that it can be.
  return each(value => (value["__typename"] === undefined || applies(String(value["__typename"])) ? next(value) : undefined));
};

const each =
  (then: (value: Entity) => void): Rewrite =>
  value => {
    if (Array.isArray(value)) for (const item of value) each(then)(item);
    else if (isObject(value)) then(value);
  };

/** Compiles what a plan says about data that go to a division, or come from one, under other names than the client's. */
export const rewritesOf = (rewrites: readonly FetchDataRewrite[] | undefined, types: TypeConditions): Rewrite | undefined => {
  if (!rewrites || rewrites.length === 0) return undefined;
  const all = rewrites.map(rewrite => {
    const key = rewrite.path.at(-1) ?? "";
    const change = act(rewrite, key);
    return along(rewrite.path.slice(0, -1), types, value => change(value as Entity));
  });
  return value => all.forEach(rewrite => rewrite(value));
};

/** The client's names for those that a division gives back under others. */
export const renamed = (rewrites: readonly FetchDataRewrite[] = []): ReadonlyMap<unknown, string> =>
  new Map(rewrites.flatMap(rewrite => (rewrite.kind === "KeyRenamer" ? [[rewrite.path.at(-1), rewrite.renameKeyTo] as const] : [])));
