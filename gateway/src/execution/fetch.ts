import type { FetchNode, ResponsePath } from "@apollo/query-planner";
import { OperationTypeNode } from "graphql";
import type { SubgraphAnswer, SubgraphConnection } from "../subgraph/subgraph-request";
import { repeatableBy } from "../subgraph/repeatable";
import { entitiesIn, EntityRequests, type EntitiesAnswer, type Lent, type Send } from "./entity-requests";
import { FetchErrors } from "./fetch-errors";
import { withoutNumber, wordsOf } from "./fetch-words";
import type { Lender } from "./lenders";
import { merge, type Entity } from "./merge";
import type { PlanRun, Step } from "./plan-run";
import { entitiesAt } from "./places";
import { representationTextOf, type RepresentAsText } from "./representation";
import { rewritesOf, type Rewrite } from "./rewrites";
import type { TypeConditions } from "../supergraph/type-conditions";

export interface FetchOptions {
  connection: SubgraphConnection;
  types: TypeConditions;
  /** The client's names for those that the planned document has in their place. */
  clientNames: ReadonlyMap<unknown, string>;
  /** Whether nothing of the answer is altered later. */
  readOnly: boolean;
}

/** One request of a plan to one division. */
abstract class Fetch {
  /** The request's JSON as far as it is the same each time. */
  protected readonly head: string;
  protected readonly errors: FetchErrors;
  protected readonly rewriteOutput: Rewrite | undefined;
  protected readonly readOnly: boolean;
  private readonly connection: SubgraphConnection;
  /** Of a mutation only. */
  private readonly repeatable: ReturnType<typeof repeatableBy> | undefined;

  constructor(
    protected readonly node: FetchNode,
    protected readonly path: ResponsePath,
    { connection, types, clientNames, readOnly }: FetchOptions,
  ) {
    this.readOnly = readOnly;
    this.connection = connection;
    this.errors = new FetchErrors(node, path, clientNames);
    this.repeatable = !node.requires && node.operationKind === OperationTypeNode.MUTATION ? repeatableBy(node.operation) : undefined;
    this.rewriteOutput = rewritesOf(node.outputRewrites, types);
    this.head = `{"query":${JSON.stringify(withoutNumber(node))},"variables":`;
  }

  abstract run: Step;

  /** The variables of the client's that the division needs, as JSON without the closing brace. */
  protected variablesOf({ variables }: PlanRun): string {
    const used = (this.node.variableUsages ?? []).filter(name => Object.hasOwn(variables, name) && variables[name] !== undefined);
    return `{${used.map(name => `${JSON.stringify(name)}:${JSON.stringify(variables[name])}`).join(",")}`;
  }

  protected async ask(run: PlanRun, variables: string, readOnly: boolean, entities?: number): Promise<SubgraphAnswer> {
    const answer = await this.connection.ask({
      document: this.node.operation,
      kind: this.repeatable ? "mutation" : "query",
      body: `${this.head}${variables}}`,
      ...(entities !== undefined && { entities }),
      readOnly,
      ...(this.repeatable && { repeatable: this.repeatable(run.variables) }),
      context: run.context,
    });
    run.onCacheControl(answer.cacheControl);
    return answer;
  }
}

/** Asks for fields of the root. */
export class RootFetch extends Fetch {
  run = async (run: PlanRun) => {
    const answer = await this.ask(run, `${this.variablesOf(run)}}`, this.readOnly).catch((error: unknown) => this.errors.unavailable(run, error));
    if (answer?.errors) this.errors.ofRoot(run, answer.errors, !answer.data);
    if (!answer?.data) return;
    this.rewriteOutput?.(answer.data);
    for (const entity of entitiesAt(run.data, this.path)) merge(entity, answer.data);
  };
}

export interface Remembering {
  /** Whether other steps of the plan may want what this one asked for, or it what they did. */
  isRemembered: boolean;
  lenders: readonly Lender[];
}

/** Asks for more of objects that are there already; for each of them once, however often it stands in the data. */
export class EntityFetch extends Fetch {
  private readonly represent: RepresentAsText;
  private readonly isRemembered: boolean;
  private readonly lenders: readonly Lender[];
  /** Where the division may know these entities by their interface only, and not of which type each is. */
  private readonly interfaces: TypeConditions | undefined;

  constructor(node: FetchNode, path: ResponsePath, options: FetchOptions & Remembering) {
    super(node, path, options);
    this.isRemembered = options.isRemembered;
    this.lenders = options.lenders;
    this.interfaces = node.inputRewrites?.some(rewrite => rewrite.kind === "ValueSetter" && rewrite.path.at(-1) === "__typename") ? options.types : undefined;
    this.represent = representationTextOf(node.requires ?? [], options.types, rewritesOf(node.inputRewrites, options.types));
  }

  run = async (run: PlanRun) => {
    const entities = entitiesAt(run.data, this.path);
    const asked = this.distinct(entities);
    if (asked.size === 0) return;
    const { entities: given, errors, fault } = await this.entitiesOf(run, asked);
    if (fault !== undefined) this.errors.unavailable(run, fault);
    if (errors.length > 0) this.errors.ofEntities(run, errors, [...asked.values()]);
    let index = 0;
    for (const places of asked.values()) {
      const entity = given[index++];
      if (entity) this.take(entity, entities, places);
    }
  };

  private async entitiesOf(run: PlanRun, asked: ReadonlyMap<string, readonly number[]>): Promise<EntitiesAnswer> {
    try {
      if (this.isRemembered) return await this.requestsOf(run).ask([...asked.keys()], this.readOnly, this.lent(run));
      return entitiesIn(await this.send(run, asked.keys(), { count: asked.size, readOnly: this.readOnly }));
    } catch (fault) {
      return { entities: [], errors: [], fault };
    }
  }

  private requestsOf(run: PlanRun): EntityRequests {
    const { entityRequests } = run;
    const key = wordsOf(this.node);
    const known = entityRequests.get(key) ?? new EntityRequests((representations, about) => this.send(run, representations, about), run.remembers);
    entityRequests.set(key, known);
    return known;
  }

  private lent({ entityRequests }: PlanRun): Lent[] {
    return this.lenders.flatMap(({ words, narrow }) => {
      const requests = entityRequests.get(words);
      return requests ? [{ requests, narrow }] : [];
    });
  }

  private send(run: PlanRun, representations: Iterable<string>, { count, readOnly }: Parameters<Send>[1]) {
    const variables = this.variablesOf(run);
    return this.ask(run, `${variables}${variables.length > 1 ? "," : ""}"representations":[${[...representations].join(",")}]}`, readOnly, count);
  }

  /** The entities' representations, each with the places in the list of those whom it represents. */
  private distinct(entities: Entity[]) {
    const asked = new Map<string, number[]>();
    for (let place = 0; place < entities.length; place++) {
      const text = this.represent(entities[place]!);
      if (text === undefined) continue;
      const same = asked.get(text);
      if (same) same.push(place);
      else asked.set(text, [place]);
    }
    return asked;
  }

  private take(given: Entity, entities: readonly Entity[], places: readonly number[]) {
    if (this.rewriteOutput) {
      given["__typename"] ??= entities[places[0]!]!["__typename"];
      this.rewriteOutput(given);
    }
    for (const place of places) {
      const entity = entities[place]!;
      const { __typename: type } = entity;
      merge(entity, given);
      // What is known to be a report is one, whoever takes it for some document.
      if (this.interfaces?.under(String(entity["__typename"]))(String(type))) entity["__typename"] = type;
    }
  }
}
