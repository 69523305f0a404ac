import type { GraphQLFormattedError } from "graphql";
import { copyJson } from "../subgraph/copy-answer";
import type { SubgraphAnswer } from "../subgraph/subgraph-request";
import type { Narrowing } from "./lenders";
import type { Entity } from "./merge";

/** What one step gets of entities, by the order in which it asked for them. */
export interface EntitiesAnswer {
  entities: readonly (Entity | null)[];
  errors: readonly GraphQLFormattedError[];
  /** Why some of them are not there. */
  fault?: unknown;
}

export type Send = (representations: Iterable<string>, about: { count: number; readOnly: boolean }) => Promise<SubgraphAnswer>;

/** What an answer holds of entities, by the order of the request. */
export const entitiesIn = ({ data, errors = [] }: SubgraphAnswer): EntitiesAnswer => ({ entities: (data?.["_entities"] ?? []) as (Entity | null)[], errors });

const same = (entity: Entity) => entity;

/** One request, which can be joined until it goes. */
class EntityBatch {
  readonly answer: Promise<EntitiesAnswer>;
  private readonly slots = new Map<string, number>();
  private readOnly = true;

  constructor(send: Send, begun: () => void) {
    // After all that the last answer has set going, so that steps which waited for it can join.
    this.answer = new Promise<void>(resolve => process.nextTick(resolve)).then(async () => {
      begun();
      return entitiesIn(await send(this.slots.keys(), { count: this.slots.size, readOnly: this.readOnly }));
    });
  }

  slotOf(representation: string, readOnly: boolean): number {
    this.readOnly &&= readOnly;
    const known = this.slots.get(representation);
    if (known !== undefined) return known;
    const slot = this.slots.size;
    this.slots.set(representation, slot);
    return slot;
  }

  get representations(): Iterable<string> {
    return this.slots.keys();
  }
}

/** What a step wants of one request: places there, and where each stands in the step's own order. */
interface Part {
  slots: number[];
  places: number[];
  /** Where the request was another step's, in wider words. */
  narrow?: Narrowing | undefined;
}

/** What a run asks in wider words than those of a step, and what of it is the step's. */
export interface Lent {
  requests: EntityRequests;
  narrow: Narrowing;
}

/**
 * What the steps of one run ask one division in the same words. An entity that several of them want goes over the wire
 * once: steps that are ready at the same time ask together, and what has been asked for is not asked for again.
 */
export class EntityRequests {
  private readonly batches = new Map<string, EntityBatch>();
  private open: EntityBatch | undefined;

  /** `remembers` is false where data may change between two steps. */
  constructor(
    private readonly send: Send,
    private readonly remembers: boolean,
  ) {}

  /**
   * Asks for entities by their representations, as JSON; each once. Those that are asked for in wider words are taken from
   * there, but where that met an error: it may be about what nobody wants here.
   */
  async ask(representations: readonly string[], readOnly: boolean, lent: readonly Lent[] = []): Promise<EntitiesAnswer> {
    const parts = this.partsOf(representations, readOnly, lent);
    const entities = new Array<Entity | null>(representations.length).fill(null);
    const answer = { entities, errors: [] as GraphQLFormattedError[], fault: undefined as unknown };
    const again: number[] = [];
    for (const [batch, { slots, places, narrow }] of parts) {
      try {
        const { entities: given, errors } = await batch.answer;
        if (narrow && errors.length > 0) {
          again.push(...places);
          continue;
        }
        // Others may want the original later, so whoever alters what it gets is given a copy.
        const take = narrow ?? (readOnly ? same : copyJson);
        slots.forEach((slot, index) => (entities[places[index]!] = given[slot] ? take(given[slot]) : null));
        for (const error of errors) answer.errors.push(...placed(error, slots, places));
      } catch (fault) {
        answer.fault = fault;
      }
    }
    if (again.length === 0) return answer;
    const own = await this.ask(again.map(place => representations[place]!), readOnly);
    own.entities.forEach((entity, index) => (entities[again[index]!] = entity));
    answer.errors.push(...own.errors.flatMap(error => placed(error, [...again.keys()], again)));
    answer.fault ??= own.fault;
    return answer;
  }

  private partsOf(representations: readonly string[], readOnly: boolean, lent: readonly Lent[]) {
    const parts = new Map<EntityBatch, Part>();
    representations.forEach((representation, place) => {
      const own = this.batches.get(representation);
      const lender = own ? undefined : lent.find(({ requests }) => requests.batches.has(representation));
      const batch = own ?? lender?.requests.batches.get(representation) ?? this.joinable(representation);
      const part = parts.get(batch) ?? { slots: [], places: [], narrow: lender?.narrow };
      // What it is narrowed to is a copy.
      part.slots.push(batch.slotOf(representation, lender !== undefined || readOnly));
      part.places.push(place);
      parts.set(batch, part);
    });
    return parts;
  }

  private joinable(representation: string): EntityBatch {
    this.open ??= this.begin();
    this.batches.set(representation, this.open);
    return this.open;
  }

  private begin(): EntityBatch {
    const batch = new EntityBatch(this.send, () => {
      this.open = undefined;
      if (!this.remembers) this.forget(batch);
    });
    // What failed may be had by the next step that asks.
    const forget = () => this.forget(batch);
    void batch.answer.then(({ errors }) => errors.length > 0 && forget(), forget);
    return batch;
  }

  private forget(batch: EntityBatch) {
    for (const representation of batch.representations) if (this.batches.get(representation) === batch) this.batches.delete(representation);
  }
}

/** An error of a request, where it stands among a step's own entities; one that is about none of them is of no concern. */
const placed = (error: GraphQLFormattedError, slots: readonly number[], places: readonly number[]): GraphQLFormattedError[] => {
  const [root, slot, ...rest] = error.path ?? [];
  if (typeof slot !== "number") return [error];
  const own = slots.indexOf(slot);
  return own < 0 ? [] : [{ ...error, path: [root!, places[own]!, ...rest] }];
};
