import type { FetchNode } from "@apollo/query-planner";
import { visitFetch, type PlacedFetch } from "./plan-fetches";

const isWithin = (place: string, object: string) => place === object || place.startsWith(`${object}/`);

/** The objects in a request's answer, by their place in the merged data. */
const objectsOf = (placed: PlacedFetch): string[] => {
  const found: string[] = [];
  visitFetch(placed, { field: ({ selectionSet }, place) => void (selectionSet && found.push(place)) });
  return found;
};

/**
 * The requests of a plan whose answers nobody alters once they are there: no other request adds to an object of theirs, or
 * brings the same object. Such an answer can be given to many as it is.
 */
export const readOnlyFetches = (fetches: readonly PlacedFetch[]): ReadonlySet<FetchNode> => {
  const all = fetches.map(placed => ({ ...placed, objects: objectsOf(placed) }));
  const isAltered = ({ fetch, objects }: (typeof all)[number]) =>
    fetch.outputRewrites !== undefined ||
    all.some(other => other.fetch !== fetch && objects.some(object => isWithin(other.place, object) || other.objects.some(theirs => isWithin(theirs, object))));
  return new Set(all.filter(one => !isAltered(one)).map(({ fetch }) => fetch));
};
