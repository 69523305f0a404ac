import { BadInput, changeParts, changeRow, given, manyBy, newId, oneBy, Pages, today, type PageArgs, type RequestScope, type VersionedInput } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { FriendshipAssociations, holdAssociation, holdWithinLife } from "../friendship-association";
import { Congress } from "./congress";
import { CongressBody } from "./congress-body";
import { all, type CongressFilter } from "./congress-lists";
import { check, checkAmong, checkBeforeEnd, checkElected, givenBodies, heldBy } from "./congress-rules";
import type { ChangeCongressInput, CorrectCongressInput, CreateCongressInput } from "./congress.input";

type Changes = Omit<CorrectCongressInput, "id" | "version" | "idempotencyKey" | "reason">;

export class Congresses {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Congress, "id");

  /** In the order of their ordinals. */
  readonly byAssociation = manyBy(this.scope, Congress, "associationId", (a, b) => a.ordinal - b.ordinal);

  readonly bodies = manyBy(this.scope, CongressBody, "congressId", (a, b) => a.place - b.place);

  page = (filter: Omit<CongressFilter, "today">, args: PageArgs) => {
    const { heldFrom, heldTo } = filter;
    if (heldFrom != null && heldTo != null && heldFrom > heldTo) throw new BadInput("heldTo", `The time ends on ${heldTo}, before it begins on ${heldFrom}.`);
    return this.scope.get(Pages).of(all, null, { ...filter, today: today() }, args, this.byId);
  };

  /** The last one that was held: its bodies are in office until the next one, even past the tenure. */
  async current(associationId: string): Promise<Congress | null> {
    const now = today();
    return (await this.byAssociation.load(associationId)).filter(congress => heldBy(congress, now)).at(-1) ?? null;
  }

  async create(input: CreateCongressInput): Promise<Congress> {
    const { ordinal, heldOn = null, plannedOn = null, level = null, delegates = null, tenureFrom, tenureTo } = input;
    const association = await this.scope.get(FriendshipAssociations).forChange(input.association, "association");
    const row = { id: newId(association.unionId), associationId: association.id, ordinal, heldOn, plannedOn, level, delegates, tenureFrom, tenureTo, sourceId: null };
    check(row);
    const bodies = givenBodies(input.bodies ?? [], row.id);
    checkElected(row, bodies);
    return this.scope.write({ action: "createCongress", input }, Congress, async tx => {
      await this.checkFits(tx, row, true);
      await tx.insert(Congress, row);
      await changeParts(tx, CongressBody, { congressId: row.id }, bodies);
      return tx.findOneByOrFail(Congress, { id: row.id });
    });
  }

  change = (input: ChangeCongressInput) => this.update("changeCongress", input, input);
  correct = (input: CorrectCongressInput) => this.update("correctCongress", input, input);

  private async update(action: string, input: VersionedInput & { reason?: string }, { ordinal, heldOn, plannedOn, level, delegates, tenureFrom, tenureTo, bodies }: Changes): Promise<Congress> {
    const congress = await this.byId.load(input.id);
    if (!congress) throw new BadInput("id", `There is no congress ${input.id}.`);
    await this.scope.get(FriendshipAssociations).forChange(congress.associationId, "id");
    const { elected, ...changes } = given({
      ordinal: ordinal ?? undefined, heldOn, plannedOn, level, delegates, tenureFrom: tenureFrom ?? undefined, tenureTo: tenureTo ?? undefined,
      elected: bodies ? givenBodies(bodies, input.id) : undefined,
    });
    return this.scope.write({ action, input, reason: input.reason }, Congress, async tx => {
      await holdAssociation(tx, congress.associationId);
      const before = await tx.findOneBy(Congress, { id: input.id });
      if (before?.version === input.version) {
        const wanted = { ...before, ...changes };
        check(wanted);
        // A plan that a dissolution left behind may be given up.
        await this.checkFits(tx, wanted, (plannedOn ?? tenureFrom) != null);
        checkElected(wanted, elected ?? (await tx.findBy(CongressBody, { congressId: input.id })));
      }
      const after = await changeRow(tx, Congress, input, changes, undefined, elected !== undefined);
      if (elected) await changeParts(tx, CongressBody, { congressId: after.id }, elected);
      return after;
    });
  }

  /** Throws where it does not fit in with its association and its other congresses, which are held for the change. */
  private async checkFits(tx: EntityManager, congress: Omit<Congress, "version">, isPlanned: boolean): Promise<void> {
    const { id, associationId, heldOn } = congress;
    const association = await holdAssociation(tx, associationId);
    if (isPlanned) checkBeforeEnd(congress, association);
    const others = await tx.find(Congress, { where: { associationId }, order: { ordinal: "ASC" } });
    checkAmong(others.filter(other => other.id !== id), congress);
    if (heldOn !== null) await holdWithinLife(tx, associationId, heldOn, "heldOn");
  }
}
