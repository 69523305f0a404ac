import type { FetchNode, ResponsePath } from "@apollo/query-planner";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { missingPaths } from "../subgraph/missing-paths";
import { beforeList, placesAt, type Place } from "./places";
import type { PlanRun } from "./plan-run";
import { renamed } from "./rewrites";

type Given = readonly GraphQLFormattedError[];

/** Tells a division's errors in the client's terms: where in the client's answer each one is. */
export class FetchErrors {
  private readonly names: ReadonlyMap<unknown, string>;
  private readonly missing: Place[];

  constructor(
    node: FetchNode,
    private readonly path: ResponsePath,
    private readonly clientNames: ReadonlyMap<unknown, string>,
  ) {
    this.names = renamed(node.outputRewrites);
    this.missing = missingPaths(node.operation).map(path => (node.requires ? path.slice(2) : path));
  }

  /** `isAll` says that there are no data beside them: one error took with it what was well. */
  ofRoot(run: PlanRun, errors: Given, isAll: boolean) {
    const [place = []] = this.path.length > 0 ? placesAt(run.data, this.path) : [];
    for (const error of errors) this.add(run, error, error.path && [...place, ...error.path]);
    if (isAll) run.explained.push(...this.missing.map(missing => [...place, ...missing].map(key => this.ofClient(key))));
  }

  /** `places` says for each entity that was asked for where in the list of those at our path it stands. */
  ofEntities(run: PlanRun, errors: Given, places: readonly (readonly number[])[]) {
    let all: Place[] | undefined;
    for (const error of errors) {
      const [, entity, ...rest] = error.path ?? [];
      if (typeof entity !== "number") {
        this.add(run, error, beforeList(this.path));
        continue;
      }
      all ??= placesAt(run.data, this.path);
      for (const place of places[entity] ?? []) this.add(run, error, [...all[place]!, ...rest]);
    }
  }

  /** Nothing came. All items of a list miss the same: one error says so. */
  unavailable(run: PlanRun, error: unknown): undefined {
    if (!(error instanceof GraphQLError)) throw error;
    if (run.context.departure?.hasLeft) return undefined;
    const place = beforeList(this.path);
    if (place.length < this.path.length) this.add(run, error, place);
    else for (const missing of this.missing) this.add(run, error, [...place, ...missing]);
    return undefined;
  }

  // Whoever answers notes more beside the code, and the division's answer may be others' too.
  private add({ errors }: PlanRun, { message, extensions }: GraphQLFormattedError, path: Place | undefined) {
    errors.push(new GraphQLError(message, { path: path?.map(key => this.ofClient(key)), extensions: { ...extensions } }));
  }

  private ofClient(key: string | number) {
    const name = this.names.get(key) ?? key;
    return this.clientNames.get(name) ?? name;
  }
}
