import {
  BadInput, changeParts, changeRow, checkStates, endOf, given, givenChangedOn, givenLocalizedText, hasBegunBy, isDeclaredComplete, isSoOn, keepEarlierState, manyBy, newId, oneBy, Pages, raw, refuseFutures, refuseSecondEnd, sql, startOf, statesOf, statesOverTime, untilFirst,
  type PageArgs, type RequestScope, type VersionedInput,
} from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import { FriendshipAssociations, holdAssociation, holdWithinLife } from "../friendship-association";
import { Branch, BranchHostKind } from "./branch";
import { earlierHomes, EarlierHome, homesNow, type BranchHome } from "./branch-home";
import { givenHomes, givenPlace } from "./branch-homes";
import { all, ofAssociation, ofBranch, standing, type AnyBranchFilter, type BranchFilter } from "./branch-lists";
import { checkNoneBelow, checkPlace, checkSinceOfParts, checkSinceOfParent } from "./branch-tree";
import type { ChangeBranchInput, CorrectBranchInput, CreateBranchInput, EndBranchInput } from "./branch.input";

type Changes = Omit<CorrectBranchInput, "id" | "version" | "idempotencyKey" | "reason"> & Pick<ChangeBranchInput, "changedOn">;

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

  private readonly earlierHomes = manyBy(this.scope, EarlierHome, "branchId", untilFirst);

  homes = async (branch: Branch): Promise<BranchHome[]> => statesOf(await this.earlierHomes.load(branch.id), homeOf(branch), branch.since) as BranchHome[];

  /** How many stand on a day by host kind; null where none was ever recorded by then, since unknown is not 0, and nobody declared that there was none. */
  readonly counts = new DataLoader<Asked, Count[] | null, string>(
    async asked => {
      const day = raw("asked.as_of");
      const unionId = sql`case asked.of when 'union' then asked.id else (select union_id from friendship_association where id = asked.id) end`;
      const rows = await this.scope.rows<Asked & Count>(sql`
        select asked.of, asked.id, asked.as_of::text as "asOf", home.host_kind as "hostKind", count(*) filter (where ${standing(day)} and ${isSoOn("home", day)})::int as count
        from unnest(${asked.map(each => each.of)}::text[], ${asked.map(({ id }) => id)}::text[], ${asked.map(({ asOf }) => asOf)}::date[]) as asked (of, id, as_of)
        left join (
          friendship_association association join branch on branch.association_id = association.id join (${statesOverTime(earlierHomes, homesNow)}) home on home.id = branch.id
        ) on asked.id = case asked.of when 'union' then association.union_id else association.id end and ${hasBegunBy("branch.since", "coalesce(branch.until, association.dissolved_on)", day)}
        group by asked.of, asked.id, asked.as_of, home.host_kind having home.host_kind is not null or ${isDeclaredComplete(unionId, "associations.branches", day)}`);
      const found = new Map<string, Count[]>(rows.map(row => [keyOf(row), Object.values(BranchHostKind).map(hostKind => ({ hostKind, count: 0 }))]));
      for (const row of rows) for (const each of found.get(keyOf(row))!) if (each.hostKind === row.hostKind) each.count = row.count;
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
      await checkSinceOfParent(tx, row, "since");
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

  private async update(action: string, input: VersionedInput & { on?: string; reason?: string }, wanted: Changes): Promise<Branch> {
    const { name, hostKind, parent, hostOrganisation, locality, since, until } = wanted;
    const branch = await this.byId.load(input.id);
    if (!branch) throw new BadInput("id", `There is no branch ${input.id}.`);
    await this.scope.get(FriendshipAssociations).forChange(branch.associationId, "id");
    await this.checkParent(parent, branch.associationId);
    const home = { hostKind: hostKind ?? undefined, hostOrganisation: givenPlace("hostOrganisation", hostOrganisation), locality: givenPlace("locality", locality) };
    const { earlier, ...changes } = given({
      name: name ? givenLocalizedText("name", name) : undefined, parentId: parent, ...home, since: since ?? undefined, until, earlier: wanted.earlierHomes ? givenHomes(input.id, wanted.earlierHomes) : undefined,
    });
    const isMoving = Object.values(home).some(each => each !== undefined);
    if (wanted.changedOn != null && !isMoving) throw new BadInput("changedOn", "changedOn says from when it has its home elsewhere: give hostKind, hostOrganisation or locality, too.");
    const changedOn = givenChangedOn(wanted.changedOn);
    const named = input.on === undefined ? "until" : "on";
    refuseFutures({ since, [named]: until });
    return this.scope.write({ action, input, reason: input.reason }, Branch, async tx => {
      const moved = [parent, until, since].some(each => each !== undefined);
      if (moved) await holdAssociation(tx, branch.associationId);
      let was!: Branch;
      const after = await changeRow(tx, Branch, input, changes, (next, before) => {
        was = before;
        if (input.on !== undefined) refuseSecondEnd("The branch ended", before.until, before, "correctBranch");
        if (next.parentId === next.id) throw new BadInput("parent", "A branch is not below itself.");
        if (next.until !== null && startOf(next.since) > endOf(next.until)) throw new BadInput(named, `It would end in ${next.until}, before it began in ${next.since}.`);
      }, earlier !== undefined);
      if (changes.since !== undefined) await holdWithinLife(tx, after.associationId, after.since, "since");
      if (moved) await checkPlace(tx, after, parent === undefined ? (since == null ? named : "since") : "parent");
      if (moved) await checkNoneBelow(tx, after, input.version);
      // What goes below a younger branch by a change went there later.
      if (action === "correctBranch" && moved) await checkSinceOfParent(tx, after, since == null ? "parent" : "since", was);
      if (changes.since !== undefined) await checkSinceOfParts(tx, after, was);
      if (earlier) await changeParts(tx, EarlierHome, { branchId: after.id }, earlier);
      if (earlier || changes.since !== undefined || changes.until !== undefined) await checkLifeOfHomes(tx, after, earlier ? "earlierHomes" : changes.since === undefined ? named : "since");
      if (action === "changeBranch" && isMoving && !isSameHome(was, after)) await this.keepHome(tx, was, changedOn);
      return after;
    });
  }

  private async keepHome(tx: EntityManager, was: Branch, changedOn: string): Promise<void> {
    await holdWithinLife(tx, was.associationId, changedOn, "changedOn");
    await keepEarlierState(tx, EarlierHome, { branchId: was.id }, homeOf(was), changedOn, { began: was.since, ended: was.until, correct: "correctBranch" });
  }
}

const checkLifeOfHomes = async (tx: EntityManager, { id, since, until }: Branch, argument: string) =>
  checkStates(await tx.findBy(EarlierHome, { branchId: id }), { began: since, ended: until, correct: "correctBranch" }, argument);

const homeOf = ({ hostKind, hostOrganisation, locality }: Branch) => ({ hostKind, hostOrganisation, locality });
const isSameHome = (one: Branch, other: Branch) => JSON.stringify(homeOf(one)) === JSON.stringify(homeOf(other));

function keyOf({ of, id, asOf }: Asked) {
  return `${of} ${id} ${asOf}`;
}
