import { unionId } from "@huu-nghi/identity";
import type { Log } from "@huu-nghi/service-kit";
import { parse, validate, type GraphQLSchema } from "graphql";
import { z } from "zod";

const question = "{ unions(includeDemo: true) { id parent { id } } }";
const answer = z.object({ unions: z.array(z.object({ id: z.string(), parent: z.object({ id: z.string() }).nullable() })) });

type Tree = ReadonlyMap<string, readonly string[]>;

const treeOf = (data: unknown): Tree => {
  const tree = new Map<string, string[]>();
  for (const { id, parent } of answer.parse(data).unions) {
    // An id of another form could not be passed on.
    if (parent && unionId.safeParse(id).success) tree.set(parent.id, [...(tree.get(parent.id) ?? []), id]);
  }
  return tree;
};

export interface TreeTimes {
  keptMs: number;
  /** Pause after a failure while no tree is known at all. */
  failurePauseMs: number;
  /** How long a request waits for the tree; then the last known one serves. */
  patienceMs: number;
}

const usualTimes: TreeTimes = { keptMs: 10_000, failurePauseMs: 1000, patienceMs: 2000 };

/** Which unions lie below which: only the graph knows, so the gateway asks it as a visitor would, when a viewer needs it. */
export class UnionTree {
  #tree: Tree | undefined;
  #askAgainAt = -Infinity;
  #asking: Promise<void> | undefined;
  #canBeAsked = false;
  readonly #times: TreeTimes;

  constructor(
    private readonly ask: (query: string) => Promise<unknown>,
    private readonly log: Log,
    times: Partial<TreeTimes> = {},
  ) {
    this.#times = { ...usualTimes, ...times };
  }

  /** Whether it can be asked depends on the graph: another one has no unions. */
  useSchema(schema: GraphQLSchema) {
    this.#canBeAsked = validate(schema, parse(question)).length === 0;
    this.#askAgainAt = -Infinity;
    if (!this.#canBeAsked) this.#tree = undefined;
  }

  /** These unions and all below them; only these while nobody tells what lies below. */
  async withBelow(ids: readonly string[]): Promise<string[]> {
    await this.refreshed();
    const tree = this.#tree;
    const found = new Set(ids);
    // A set goes on with what is added to it on the way, and takes nothing twice, a circle included.
    for (const id of found) for (const below of tree?.get(id) ?? []) found.add(below);
    return [...found];
  }

  private async refreshed(): Promise<void> {
    if (Date.now() > this.#askAgainAt) this.#asking ??= this.load();
    // What is known serves while it is asked for anew.
    if (!this.#asking || this.#tree) return;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>(resolve => (timer = setTimeout(resolve, this.#times.patienceMs)));
    await Promise.race([this.#asking, patience]).finally(() => clearTimeout(timer));
  }

  /** Never throws: what is known stays known. */
  private async load(): Promise<void> {
    try {
      if (!this.#canBeAsked) throw new Error("this graph has no unions");
      this.#tree = treeOf(await this.ask(question));
    } catch {
      const inTheMeantime = this.#tree ? "the last known ones count" : "roles hold for their own unions only";
      this.log.warn({ graphHasUnions: this.#canBeAsked }, `the graph does not tell which unions lie below which: ${inTheMeantime}`);
    }
    this.#askAgainAt = Date.now() + (this.#tree || !this.#canBeAsked ? this.#times.keptMs : this.#times.failurePauseMs);
    this.#asking = undefined;
  }
}
