import {
  BadInput, changeRow, endOf, given, givenLocalizedText, givenText, newId, oneBy, Pages, raw, refuseFutures, refuseSecondEnd, sql, startOf,
  type PageArgs, type RequestScope, type VersionedInput,
} from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { FriendshipAssociations, holdAssociation, holdWithinLife } from "../friendship-association";
import { Branch, BranchHostKind } from "./branch";
import { all, ofAssociation, ofBranch, standing, type AnyBranchFilter, type BranchFilter } from "./branch-lists";
import { checkNoneBelow, checkPlace } from "./branch-tree";
import type { ChangeBranchInput, CorrectBranchInput, CreateBranchInput, EndBranchInput } from "./branch.input";

type Changes = Omit<CorrectBranchInput, "id" | "version" | "idempotencyKey" | "reason">;

interface Asked {
  of: "union" | "association";
  id: string;
  asOf: string;
}

interface Count {
  hostKind: BranchHostKind;
  count: number;
}

export class Branches {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Branch, "id");

  page = (filter: AnyBranchFilter, args: PageArgs) => this.scope.get(Pages).of(all, null, filter, args, this.byId);
  ofAssociation = (associationId: string, filter: BranchFilter, args: PageArgs) => this.scope.get(Pages).of(ofAssociation, associationId, filter, args, this.byId);
  ofBranch = (branchId: string, filter: BranchFilter, args: PageArgs) => this.scope.get(Pages).of(ofBranch, branchId, filter, args, this.byId);

  /** How many stand on a day by host kind; null where none was ever recorded, since unknown is not 0. */
  readonly counts = new DataLoader<Asked, Count[] | null, string>(
    async asked => {
      const rows = await this.scope.rows<Asked & Count>(sql`
        select asked.of, asked.id, asked.as_of::text as "asOf", branch.host_kind as "hostKind", count(*) filter (where ${standing(raw("asked.as_of"))})::int as count
        from unnest(${asked.map(each => each.of)}::text[], ${asked.map(({ id }) => id)}::text[], ${asked.map(({ asOf }) => asOf)}::date[]) as asked (of, id, as_of)
        join friendship_association association on asked.id = case asked.of when 'union' then association.union_id else association.id end
        join branch on branch.association_id = association.id
        group by asked.of, asked.id, asked.as_of, branch.host_kind`);
      const found = new Map<string, Count[]>(rows.map(row => [keyOf(row), Object.values(BranchHostKind).map(hostKind => ({ hostKind, count: 0 }))]));
      for (const row of rows) found.get(keyOf(row))!.find(({ hostKind }) => hostKind === row.hostKind)!.count = row.count;
      return asked.map(each => found.get(keyOf(each)) ?? null);
    },
    { cacheKeyFn: keyOf },
  );

  async create(input: CreateBranchInput): Promise<Branch> {
    const { hostKind, since, parent: parentId = null } = input;
    const association = await this.scope.get(FriendshipAssociations).forChange(input.association, "association");
    await this.checkParent(parentId, association.id);
    refuseFutures({ since });
    const place = { hostOrganisation: givenPlace("hostOrganisation", input.hostOrganisation) ?? null, locality: givenPlace("locality", input.locality) ?? null };
    const row = { id: newId(association.unionId), associationId: association.id, parentId, name: givenLocalizedText("name", input.name), hostKind, ...place, since, until: null, sourceId: null };
    return this.scope.write({ action: "createBranch", input }, Branch, async tx => {
      await holdAssociation(tx, association.id);
      await holdWithinLife(tx, association.id, since, "since");
      await checkPlace(tx, row, "parent");
      await tx.insert(Branch, row);
      return tx.findOneByOrFail(Branch, { id: row.id });
    });
  }

  change = (input: ChangeBranchInput) => this.update("changeBranch", input, input);
  end = (input: EndBranchInput) => this.update("endBranch", input, { until: input.on });
  correct = (input: CorrectBranchInput) => this.update("correctBranch", input, input);

  private async checkParent(parentId: string | null | undefined, associationId: string) {
    const parent = parentId == null ? null : await this.byId.load(parentId);
    if (parentId != null && parent?.associationId !== associationId) throw new BadInput("parent", `The association ${associationId} has no branch ${parentId}.`);
  }

  private async update(action: string, input: VersionedInput & { on?: string; reason?: string }, { name, hostKind, parent, hostOrganisation, locality, since, until }: Changes): Promise<Branch> {
    const branch = await this.byId.load(input.id);
    if (!branch) throw new BadInput("id", `There is no branch ${input.id}.`);
    await this.scope.get(FriendshipAssociations).forChange(branch.associationId, "id");
    await this.checkParent(parent, branch.associationId);
    const changes = given({
      name: name ? givenLocalizedText("name", name) : undefined, hostKind: hostKind ?? undefined, parentId: parent,
      hostOrganisation: givenPlace("hostOrganisation", hostOrganisation), locality: givenPlace("locality", locality), since: since ?? undefined, until,
    });
    const named = input.on === undefined ? "until" : "on";
    refuseFutures({ since, [named]: until });
    return this.scope.write({ action, input, reason: input.reason }, Branch, async tx => {
      const moved = [parent, until, since].some(each => each !== undefined);
      if (moved) await holdAssociation(tx, branch.associationId);
      const after = await changeRow(tx, Branch, input, changes, (wanted, before) => {
        if (input.on !== undefined) refuseSecondEnd("The branch ended", before.until, before, "correctBranch");
        if (wanted.parentId === wanted.id) throw new BadInput("parent", "A branch is not below itself.");
        if (wanted.until !== null && startOf(wanted.since) > endOf(wanted.until)) throw new BadInput(named, `It would end in ${wanted.until}, before it began in ${wanted.since}.`);
      });
      if (changes.since !== undefined) await holdWithinLife(tx, after.associationId, after.since, "since");
      if (moved) await checkPlace(tx, after, parent === undefined ? (since == null ? named : "since") : "parent");
      if (moved) await checkNoneBelow(tx, after, input.version);
      return after;
    });
  }
}

const givenPlace = (argument: string, text: string | null | undefined) => (text == null ? text : givenText(argument, text));

function keyOf({ of, id, asOf }: Asked) {
  return `${of} ${id} ${asOf}`;
}
