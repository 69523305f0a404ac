import type { GraphQLFormattedError } from "graphql";
import { copyJson, handOut, type Reader } from "../subgraph/copy-answer";
import type { SubgraphAnswer } from "../subgraph/subgraph-request";
import type { Entity } from "./merge";

/** What one step gets of an answer, by the order of the entities that it asked for. */
export interface EntitiesAnswer {
  entities: readonly (Entity | null)[];
  errors: readonly GraphQLFormattedError[];
}

interface Member extends Reader {
  /** Where the step's entities stand in the request. */
  slots: readonly number[];
  resolve: (answer: EntitiesAnswer) => void;
  reject: (error: unknown) => void;
}

export type Send = (representations: string, about: { count: number; readOnly: boolean }) => Promise<SubgraphAnswer>;

/**
 * Steps of one plan that ask one division the same of entities, at the same time, ask together: an entity that several of
 * them want goes over the wire once.
 */
export class EntityBatch {
  private readonly slots = new Map<string, number>();
  private readonly members: Member[] = [];

  /** `begun` is told when no more can join. */
  constructor(send: Send, begun: () => void) {
    // After all that the last answer has set going, so that steps which waited for it can join.
    process.nextTick(() => {
      begun();
      void this.run(send);
    });
  }

  /** Asks for entities by their representations, as JSON; each once. */
  join(representations: readonly string[], readOnly: boolean): Promise<EntitiesAnswer> {
    const slots = representations.map(text => {
      const known = this.slots.get(text);
      if (known !== undefined) return known;
      const slot = this.slots.size;
      this.slots.set(text, slot);
      return slot;
    });
    return new Promise((resolve, reject) => void this.members.push({ slots, readOnly, resolve, reject }));
  }

  private async run(send: Send) {
    try {
      const readOnly = this.members.every(member => member.readOnly);
      const answer = await send([...this.slots.keys()].join(","), { count: this.slots.size, readOnly });
      handOut(this.members, ({ slots, resolve }, original) => resolve(partOf(answer, slots, original)));
    } catch (error) {
      for (const { reject } of this.members) reject(error);
    }
  }
}

const partOf = ({ data, errors = [] }: SubgraphAnswer, slots: readonly number[], original: boolean): EntitiesAnswer => {
  const given = (data?.["_entities"] ?? []) as readonly (Entity | null)[];
  return {
    entities: slots.map(slot => (original ? given[slot] : copyJson(given[slot])) ?? null),
    errors: errors.flatMap(error => {
      const [root, slot, ...rest] = error.path ?? [];
      if (typeof slot !== "number") return [error];
      const own = slots.indexOf(slot);
      return own < 0 ? [] : [{ ...error, path: [root!, own, ...rest] }];
    }),
  };
};
