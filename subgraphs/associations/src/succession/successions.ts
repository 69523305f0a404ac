import { addDays, BadInput, changeRow, endOf, given, manyBy, oneBy, raw, refuseFuture, sql, startOf, type RequestScope } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { decisionOf, newDecision } from "./decision";
import { successionId, SuccessionKind, type Succession } from "./succession";
import type { CorrectSuccessionInput, CreateSuccessionInput } from "./succession.input";

/** One of two in a succession. */
export interface Party {
  id: string;
  version: number;
  foundedOn: string | null;
  endedOn: string | null;
  /** Whose officers may say what became of it; none where only roles for every union do. */
  unionIds: string[];
  /** Made up for trying. */
  demo: boolean;
}

/** What can succeed another. */
export interface Successive<Row extends Succession> {
  table: new () => Row;
  /** The table's name in SQL. */
  rows: string;
  /** What it is called: union, friendship association. */
  noun: string;
  create: string;
  correct: string;
  find: (scope: RequestScope, id: string) => Promise<Party | null>;
  /** The same within a change, which keeps it from being changed meanwhile. */
  hold: (tx: EntityManager, id: string) => Promise<Party>;
  end: (tx: EntityManager, party: Party, on: string) => Promise<unknown>;
}

const earlierFirst = (a: Succession, b: Succession) => startOf(a.effectiveOn).localeCompare(startOf(b.effectiveOn)) || a.id.localeCompare(b.id);

/** Who succeeded whom, by which act. */
export abstract class Successions<Row extends Succession> {
  protected constructor(
    protected readonly scope: RequestScope,
    private readonly of: Successive<Row>,
  ) {}

  // Typed by what all of them share: which class it is, makes no difference to its columns.
  private readonly table = this.of.table as new () => Succession;
  private readonly byId = oneBy(this.scope, this.table, "id");
  readonly before = manyBy(this.scope, this.table, "successorId", earlierFirst);
  readonly after = manyBy(this.scope, this.table, "predecessorId", earlierFirst);

  async create(input: CreateSuccessionInput): Promise<Succession> {
    const { predecessor, successor, kind, effectiveOn } = input;
    await this.mayChange([["predecessor", predecessor], ["successor", successor]]);
    if (predecessor === successor) throw new BadInput("successor", `A ${this.of.noun} does not succeed itself. Name the one that takes its place.`);
    refuseFuture("effectiveOn", effectiveOn);
    const row = { id: successionId(predecessor, successor), predecessorId: predecessor, successorId: successor, kind, effectiveOn, ...newDecision(input), sourceId: null };
    return this.scope.write({ action: this.of.create, input }, this.table, async tx => {
      const earlier = await this.fitting(tx, row);
      await tx.insert(this.table, row);
      if (kind !== SuccessionKind.SEPARATION && earlier.endedOn === null) await this.of.end(tx, earlier, effectiveOn);
      return tx.findOneByOrFail(this.table, { id: row.id });
    });
  }

  async correct(input: CorrectSuccessionInput): Promise<Succession> {
    const { id, kind, effectiveOn, reason } = input;
    const known = await this.byId.load(id);
    if (!known) throw new BadInput("id", `There is no succession ${id}.`);
    await this.mayChange([["predecessor", known.predecessorId], ["successor", known.successorId]]);
    refuseFuture("effectiveOn", effectiveOn);
    const changes = given({ kind: kind ?? undefined, effectiveOn: effectiveOn ?? undefined, ...decisionOf(input) });
    return this.scope.write({ action: this.of.correct, input, reason }, this.table, async tx => {
      const after = await changeRow(tx, this.table, input, changes);
      if (changes.effectiveOn !== undefined) await this.fitting(tx, after);
      return after;
    });
  }

  private async mayChange(parties: [string, string][]): Promise<void> {
    for (const [argument, id] of parties) {
      const party = await this.of.find(this.scope, id);
      if (!party) throw new BadInput(argument, `There is no ${this.of.noun} ${id}.`);
      this.scope.viewer.requireChange(party.unionIds);
    }
  }

  /** Throws unless the act fits in with what the two are, and with the others; gives the predecessor. */
  private async fitting(tx: EntityManager, { predecessorId, successorId, effectiveOn }: Pick<Succession, "predecessorId" | "successorId" | "effectiveOn">): Promise<Party> {
    // One at a time: two at once could make a circle of which neither sees more than its half.
    await tx.query("select pg_advisory_xact_lock(hashtext('huu-nghi succession'), hashtext($1))", [this.of.rows]);
    const [earlier, later] = [await this.of.hold(tx, predecessorId), await this.of.hold(tx, successorId)];
    const refuse = (what: string) => {
      throw new BadInput("effectiveOn", `effectiveOn is ${effectiveOn}, and the ${this.of.noun} ${what}. Correct the one or the other.`);
    };
    if (earlier.demo !== later.demo) throw new BadInput("successor", `One of the two is made up for trying: ${(earlier.demo ? earlier : later).id}. A real ${this.of.noun} is succeeded by a real one.`);
    for (const { id, foundedOn } of [earlier, later]) if (foundedOn !== null && startOf(foundedOn) > endOf(effectiveOn)) refuse(`${id} was founded in ${foundedOn}`);
    // One may end on the day before the other begins.
    if (earlier.endedOn !== null && addDays(endOf(earlier.endedOn), 1) < startOf(effectiveOn)) refuse(`${earlier.id} ended in ${earlier.endedOn}`);
    if (later.endedOn !== null && endOf(later.endedOn) < startOf(effectiveOn)) refuse(`${later.id} ended in ${later.endedOn}`);
    if (await this.comesAfter(tx, predecessorId, successorId)) throw new BadInput("successor", `${predecessorId} has come after ${successorId}: the two would succeed each other in a circle.`);
    return earlier;
  }

  private async comesAfter(tx: EntityManager, id: string, earlier: string): Promise<boolean> {
    const { text, values } = sql`
      with recursive later as (
        select successor_id as id from ${raw(this.of.rows)} where predecessor_id = ${earlier}
        union select next.successor_id from ${raw(this.of.rows)} next join later on next.predecessor_id = later.id
      ) select from later where id = ${id}`;
    return (await tx.query<unknown[]>(text, values)).length > 0;
  }
}
