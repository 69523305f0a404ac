import {
  BadInput, changeRow, empty, FigureQualifier, given, givenSource, givenText, knownSource, newestFirst, newId, oneBy, Pages, Problem, refuseFuture, Source, sql, type List, type PageArgs, type RequestScope,
} from "@huu-nghi/subgraph-kit";
import { FriendshipAssociations } from "../friendship-association";
import { AssociationSnapshot } from "./association-snapshot";
import type { CorrectAssociationSnapshotInput, CreateAssociationSnapshotInput } from "./association-snapshot.input";
import { GrowthMeasure } from "./growth-measure";

interface SnapshotFilter {
  measure: GrowthMeasure | null;
}

const ofAssociation: List<SnapshotFilter> = {
  name: "snapshots of an association",
  order: newestFirst("day"),
  rows: ({ measure }) => sql`
    select asked.parent, snapshot.id, partial_end(snapshot.stated_as_of) as day from asked join association_snapshot snapshot on snapshot.association_id = asked.parent
    ${measure === null ? empty : sql`where snapshot.measure = ${measure}`}`,
};

/** What sources say of associations in numbers. */
export class AssociationSnapshots {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, AssociationSnapshot, "id");
  readonly source = oneBy(this.scope, Source, "id");

  ofAssociation = (associationId: string, filter: SnapshotFilter, args: PageArgs) => this.scope.get(Pages).of(ofAssociation, associationId, filter, args, this.byId);

  async create(input: CreateAssociationSnapshotInput): Promise<AssociationSnapshot> {
    const { measure, statedAsOf, value, qualifier, asPrinted, locator } = input;
    const { id: associationId, unionId } = await this.scope.get(FriendshipAssociations).forChange(input.association, "association");
    check(input);
    const row = { id: newId(unionId), associationId, measure, statedAsOf, value, qualifier: qualifier ?? FigureQualifier.EXACT, asPrinted: givenText("asPrinted", asPrinted, mostPrinted), locator: givenPlace(locator) ?? null };
    const source = givenSource(input.source);
    return this.scope.write({ action: "createAssociationSnapshot", input }, AssociationSnapshot, async tx => {
      const sourceId = await knownSource(tx, source);
      const there = await tx.findOneBy(AssociationSnapshot, { associationId, measure, statedAsOf, sourceId });
      if (there) throw new Problem("CONFLICT", `This source's number for this day is written down already, with the id ${there.id}. Correct that one.`, { fields: ["source"] });
      await tx.insert(AssociationSnapshot, { ...row, sourceId });
      return tx.findOneByOrFail(AssociationSnapshot, { id: row.id });
    });
  }

  async correct(input: CorrectAssociationSnapshotInput): Promise<AssociationSnapshot> {
    const snapshot = await this.byId.load(input.id);
    if (!snapshot) throw new BadInput("id", `There is no snapshot ${input.id}.`);
    await this.scope.get(FriendshipAssociations).forChange(snapshot.associationId, "id");
    const { measure, statedAsOf, value, qualifier, asPrinted, locator, reason } = input;
    check(input);
    const changes = given({
      measure: measure ?? undefined, statedAsOf: statedAsOf ?? undefined, value: value ?? undefined, qualifier: qualifier ?? undefined,
      asPrinted: asPrinted == null ? undefined : givenText("asPrinted", asPrinted, mostPrinted), locator: givenPlace(locator),
    });
    return this.scope.write({ action: "correctAssociationSnapshot", input, reason }, AssociationSnapshot, tx => changeRow(tx, AssociationSnapshot, input, changes));
  }
}

const mostPrinted = 2000;

const givenPlace = (text: string | null | undefined) => (text == null ? text : givenText("locator", text, mostPrinted));

const check = ({ measure, statedAsOf, value }: Pick<CorrectAssociationSnapshotInput, "measure" | "statedAsOf" | "value">): void => {
  if (measure === GrowthMeasure.ASSOCIATIONS) throw new BadInput("measure", "An association has BRANCHES, MEMBERSHIPS or PEOPLE. How many ASSOCIATIONS a union has is a reported figure of the union.");
  if (value != null && value < 0) throw new BadInput("value", "What is counted is 0 or more.");
  refuseFuture("statedAsOf", statedAsOf);
};
