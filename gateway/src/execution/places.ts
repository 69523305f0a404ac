import type { ResponsePath } from "@apollo/query-planner";
import type { Entity } from "./merge";

export type Place = (string | number)[];

const isPresent = (value: unknown): value is object => typeof value === "object" && value !== null;

/**
 * The objects at a path of a plan (`@` stands for each item of a list), in the order of the data. `visit` also gets where
 * each is when `at` is given, which is only wanted for errors.
 */
const walk = (value: unknown, path: ResponsePath, step: number, at: Place | undefined, visit: (entity: Entity, at: Place | undefined) => void): void => {
  if (!isPresent(value)) return;
  if (Array.isArray(value)) {
    const next = path[step] === "@" ? step + 1 : step;
    for (let index = 0; index < value.length; index++) walk(value[index], path, next, at && [...at, index], visit);
    return;
  }
  if (step === path.length) return visit(value as Entity, at);
  const key = path[step] as string;
  walk((value as Entity)[key], path, step + 1, at && [...at, key], visit);
};

export const entitiesAt = (data: Entity, path: ResponsePath): Entity[] => {
  const found: Entity[] = [];
  walk(data, path, 0, undefined, entity => found.push(entity));
  return found;
};

/** Where the objects of `entitiesAt` are, in the same order. */
export const placesAt = (data: Entity, path: ResponsePath): Place[] => {
  const places: Place[] = [];
  walk(data, path, 0, [], (_, at) => places.push(at ?? []));
  return places;
};

/** The path up to the first list in it. */
export const beforeList = (path: ResponsePath): Place => {
  const list = path.indexOf("@");
  return list < 0 ? [...path] : path.slice(0, list);
};
