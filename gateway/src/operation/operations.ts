import { validate, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import type { SubgraphConnection } from "../subgraph/subgraph-request";
import { TypeConditions } from "../supergraph/type-conditions";
import { documentOf } from "./changes-in-order";
import { CompiledOperation } from "./compiled-operation";
import type { OperationCounts } from "./operation-counts";
import type { Planner } from "./planner";

interface Known {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  compiled: CompiledOperation;
  /** How often it was asked. */
  uses: number;
}

// What clients ask at all is some hundreds of documents; whoever makes up more pushes out the oldest of them.
const mostKnown = 1000;
// The rest is planned when it is asked for.
const mostPrepared = 200;
const longestPreparationMs = 10_000;

const turn = () => new Promise<void>(resolve => void setImmediate(resolve));

/** The compiled operations of one supergraph: those that were asked for last. They go with it, and it with them. */
export class Operations {
  /** By document and operation, in the order of their last use. */
  readonly #known = new Map<string, Known>();
  readonly #types: TypeConditions;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly planner: Planner,
    private readonly connectionTo: (subgraph: string) => SubgraphConnection,
    private readonly counts: OperationCounts,
  ) {
    this.#types = new TypeConditions(schema);
  }

  get size() {
    return this.#known.size;
  }

  /** `hash` stands for the document's text. */
  of(hash: string, document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation {
    const key = operation.name ? `${hash} ${operation.name.value}` : hash;
    const known = this.#known.get(key);
    if (!known) {
      this.counts.compiled += 1;
      return this.#compile(key, document, operation, 1);
    }
    this.counts.found += 1;
    known.uses += 1;
    this.#known.delete(key);
    this.#known.set(key, known);
    return known.compiled;
  }

  /**
   * Compiles what was asked most of the supergraph before, as far as this one can answer it, so that no request has to wait
   * for that; between two of them requests have their turn. Ends early when `isWanted` says no.
   */
  async prepareFor(before: Operations, isWanted: () => boolean): Promise<void> {
    const until = performance.now() + longestPreparationMs;
    const inUse = [...before.#known].sort(([, one], [, other]) => other.uses - one.uses).slice(0, mostPrepared);
    for (const [key, { document, operation, compiled, uses }] of inUse) {
      await turn();
      if (!isWanted() || performance.now() > until) return;
      if (validate(this.schema, document, undefined, { maxErrors: 1 }).length > 0) continue;
      try {
        // What was asked long ago and no more has to give way one day.
        this.#compile(key, document, operation, Math.ceil(uses / 2)).prepareFor(compiled);
        this.counts.compiledAhead += 1;
      } catch {
        // Whoever asks for it is told.
      }
    }
  }

  #compile(key: string, document: DocumentNode, operation: OperationDefinitionNode, uses: number) {
    const { schema, planner, connectionTo } = this;
    const compiled = new CompiledOperation({ schema, types: this.#types, planner, document: documentOf(document, operation), operation, connectionTo });
    this.#known.set(key, { document, operation, compiled, uses });
    if (this.#known.size > mostKnown) this.#known.delete(this.#known.keys().next().value!);
    return compiled;
  }
}
