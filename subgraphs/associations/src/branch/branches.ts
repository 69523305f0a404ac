import {
  BadInput, byName, changeRow, endOf, given, givenLocalizedText, newId, oneBy, Pages, refuseFuture, refuseSecondEnd, sql, standsOn, startOf, today,
  type List, type PageArgs, type RequestScope, type VersionedInput,
} from "@huu-nghi/subgraph-kit";
import { FriendshipAssociations, holdWithinLife } from "../friendship-association";
import { Branch } from "./branch";
import type { ChangeBranchInput, CorrectBranchInput, CreateBranchInput, EndBranchInput } from "./branch.input";

type Changes = Pick<CorrectBranchInput, "name" | "hostKind" | "since" | "until">;

// At the latest with its association.
const end = "coalesce(branch.until, association.dissolved_on)";

const ofAssociation: List<{ asOf: string }> = {
  name: "branches of an association",
  order: byName,
  rows: ({ asOf }) => sql`
    select asked.parent, branch.id, coalesce(branch.name_vi, branch.name_en) as name
    from asked join branch on branch.association_id = asked.parent join friendship_association association on association.id = asked.parent
    where ${standsOn("branch.since", end, sql`${asOf}::date`)}`,
};

export class Branches {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Branch, "id");

  /** Those that stand today, by name. */
  ofAssociation = (associationId: string, args: PageArgs) => this.scope.get(Pages).of(ofAssociation, associationId, { asOf: today() }, args, this.byId);

  async create(input: CreateBranchInput): Promise<Branch> {
    const { hostKind, since } = input;
    const association = await this.scope.get(FriendshipAssociations).forChange(input.association, "association");
    const row = { id: newId(association.unionId), associationId: association.id, name: givenLocalizedText("name", input.name), hostKind, since, until: null, sourceId: null };
    return this.scope.write({ action: "createBranch", input }, Branch, async tx => {
      await holdWithinLife(tx, association.id, since, "since");
      await tx.insert(Branch, row);
      return tx.findOneByOrFail(Branch, { id: row.id });
    });
  }

  change = (input: ChangeBranchInput) => this.update("changeBranch", input, { name: input.name, hostKind: input.hostKind });
  end = (input: EndBranchInput) => this.update("endBranch", input, { until: input.on });
  correct = (input: CorrectBranchInput) => this.update("correctBranch", input, input);

  private async update(action: string, input: VersionedInput & { on?: string; reason?: string }, { name, hostKind, since, until }: Changes): Promise<Branch> {
    const branch = await this.byId.load(input.id);
    if (!branch) throw new BadInput("id", `There is no branch ${input.id}.`);
    await this.scope.get(FriendshipAssociations).forChange(branch.associationId, "id");
    const changes = given({ name: name ? givenLocalizedText("name", name) : undefined, hostKind: hostKind ?? undefined, since: since ?? undefined, until });
    const named = input.on === undefined ? "until" : "on";
    refuseFuture(named, until);
    return this.scope.write({ action, input, reason: input.reason }, Branch, async tx => {
      const after = await changeRow(tx, Branch, input, changes, (wanted, before) => {
        if (input.on !== undefined) refuseSecondEnd("The branch ended", before.until, before, "correctBranch");
        if (wanted.until !== null && startOf(wanted.since) > endOf(wanted.until)) throw new BadInput(named, `It would end in ${wanted.until}, before it began in ${wanted.since}.`);
      });
      if (changes.since !== undefined) await holdWithinLife(tx, after.associationId, after.since, "since");
      return after;
    });
  }
}
