import { BadInput, changeRow, endOf, given, manyBy, newId, oneBy, today, type RequestScope, type VersionedInput } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { FriendshipAssociations, holdWithinLife } from "../friendship-association";
import { Congress } from "./congress";
import type { ChangeCongressInput, CorrectCongressInput, CreateCongressInput } from "./congress.input";

type Changes = Pick<CorrectCongressInput, "ordinal" | "heldOn" | "tenureFrom" | "tenureTo">;

export class Congresses {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Congress, "id");

  /** In the order of their ordinals. */
  readonly byAssociation = manyBy(this.scope, Congress, "associationId", (a, b) => a.ordinal - b.ordinal);

  /** The last one that was held: its bodies are in office until the next one, even past the tenure. */
  async current(associationId: string): Promise<Congress | null> {
    const now = today();
    const held = (await this.byAssociation.load(associationId)).filter(({ heldOn, tenureFrom }) => (heldOn ? endOf(heldOn) <= now : tenureFrom <= Number(now.slice(0, 4))));
    return held.at(-1) ?? null;
  }

  async create(input: CreateCongressInput): Promise<Congress> {
    const { ordinal, heldOn = null, tenureFrom, tenureTo } = input;
    const association = await this.scope.get(FriendshipAssociations).forChange(input.association, "association");
    const row = { id: newId(association.unionId), associationId: association.id, ordinal, heldOn, tenureFrom, tenureTo, sourceId: null };
    check(row);
    return this.scope.write({ action: "createCongress", input }, Congress, async tx => {
      await tx.insert(Congress, row);
      return this.heldInLife(tx, await tx.findOneByOrFail(Congress, { id: row.id }));
    });
  }

  change = (input: ChangeCongressInput) => this.update("changeCongress", input, { heldOn: input.heldOn, tenureFrom: input.tenureFrom, tenureTo: input.tenureTo });
  correct = (input: CorrectCongressInput) => this.update("correctCongress", input, input);

  private async update(action: string, input: VersionedInput & { reason?: string }, { ordinal, heldOn, tenureFrom, tenureTo }: Changes): Promise<Congress> {
    const congress = await this.byId.load(input.id);
    if (!congress) throw new BadInput("id", `There is no congress ${input.id}.`);
    await this.scope.get(FriendshipAssociations).forChange(congress.associationId, "id");
    const changes = given({ ordinal: ordinal ?? undefined, heldOn, tenureFrom: tenureFrom ?? undefined, tenureTo: tenureTo ?? undefined });
    return this.scope.write({ action, input, reason: input.reason }, Congress, async tx => this.heldInLife(tx, await changeRow(tx, Congress, input, changes, check)));
  }

  private async heldInLife(tx: EntityManager, congress: Congress): Promise<Congress> {
    if (congress.heldOn !== null) await holdWithinLife(tx, congress.associationId, congress.heldOn, "heldOn");
    return congress;
  }
}

const [firstYear, lastYear] = [1900, 2999];

const check = ({ ordinal, heldOn, tenureFrom, tenureTo }: Omit<Congress, "version">): void => {
  if (ordinal < 1) throw new BadInput("ordinal", `The first congress has the ordinal 1; there is none with ${ordinal}.`);
  for (const [argument, year] of Object.entries({ tenureFrom, tenureTo })) {
    if (year < firstYear || year > lastYear) throw new BadInput(argument, `${argument} is a year from ${firstYear} to ${lastYear}.`);
  }
  if (tenureTo < tenureFrom) throw new BadInput("tenureTo", `The tenure would end in ${tenureTo}, before it begins in ${tenureFrom}.`);
  if (heldOn !== null && Number(heldOn.slice(0, 4)) > tenureTo) throw new BadInput("heldOn", `It would be held in ${heldOn}, after the tenure that it begins.`);
};
