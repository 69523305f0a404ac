import {
  BadInput, changeParts, changeRow, checkStates, columnThen, empty, endOf, given, givenChangedOn, givenText, keepEarlierState, manyBy, newestFirst, newId, oneBy, Pages, refuseFutures, refuseSecondEnd, sql, standsOn, startOf, statesOf, statesOn, untilFirst,
  type List, type PageArgs, type RequestScope, type VersionedInput,
} from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { Branches, earlierStays, membershipsIn } from "../branch";
import { FriendshipAssociations, holdWithinLife } from "../friendship-association";
import { MemberOrganisations } from "../organisation";
import { People, Person } from "../person";
import { Positions } from "../position";
import { MemberKind, Membership, MembershipStatus } from "./membership";
import type { ChangeMembershipInput, CorrectMembershipInput, CreateMembershipInput, CreatePersonInput, EndMembershipInput, FirstMembershipInput } from "./membership.input";
import { holdAlone, holdInBranch, holdOrganisation, isBeforeBranch } from "./membership-rules";
import { EarlierStay, type MembershipStay } from "./membership-stay";
import { givenStays } from "./membership-stays";

type Changes = Partial<Pick<CorrectMembershipInput, "branch" | "status" | "since" | "until" | "leavingReason" | "leavingNote" | "earlierStays"> & Pick<ChangeMembershipInput, "changedOn">>;

export interface MembershipFilter {
  asOf: string;
  branchId?: string | null | undefined;
  memberKind?: MemberKind | null | undefined;
  status?: MembershipStatus | null | undefined;
}

const columns = sql`asked.parent, membership.id, partial_start(membership.since) as since`;

// At the latest with its association.
export const membershipEnd = "coalesce(membership.until, association.dissolved_on)";

const standing = ({ asOf, memberKind, status }: MembershipFilter) => sql`
  ${standsOn("membership.since", membershipEnd, sql`${asOf}::date`)}
  ${memberKind == null ? empty : memberKind === MemberKind.INDIVIDUAL ? sql`and membership.person_id is not null` : sql`and membership.organisation_id is not null`}
  ${status == null ? empty : sql`and ${columnThen("membership", "stay", "status")} = ${status}`}`;
const itsAssociation = sql`join friendship_association association on association.id = membership.association_id`;
/** As what the member was one on the day, where that was something else. */
const itsStay = ({ asOf, status }: MembershipFilter) => (status == null ? empty : sql`left join (${statesOn(earlierStays, sql`${asOf}::date`)}) stay on stay.id = membership.id`);

const ofAssociation: List<MembershipFilter> = {
  name: "memberships of an association",
  order: newestFirst("since"),
  rows: filter => sql`
    select ${columns} from asked join membership on membership.association_id = asked.parent ${itsAssociation} ${itsStay(filter)}
    where ${standing(filter)} ${filter.branchId == null ? empty : sql`and membership.id = any(array(${membershipsIn(sql`${filter.branchId}`, filter.asOf)}))`}`,
};

const ofBranch: List<MembershipFilter> = {
  name: "memberships of a branch",
  order: newestFirst("since"),
  rows: filter => sql`
    select ${columns} from asked cross join lateral (${membershipsIn(sql`asked.parent`, filter.asOf)}) there join membership on membership.id = there.id ${itsAssociation} ${itsStay(filter)}
    where ${standing(filter)}`,
};

export class Memberships {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Membership, "id");

  private readonly earlierStays = manyBy(this.scope, EarlierStay, "membershipId", untilFirst);

  stays = async (membership: Membership): Promise<MembershipStay[]> => statesOf(await this.earlierStays.load(membership.id), stayOf(membership), membership.since) as MembershipStay[];

  private readonly listOfMember = (column: "person_id" | "organisation_id"): List<null> => ({
    name: `memberships by ${column}`,
    order: newestFirst("since"),
    rows: () => sql`
      select ${columns} from asked join membership on ${column === "person_id" ? sql`membership.person_id` : sql`membership.organisation_id`} = asked.parent
      join friendship_association association on association.id = membership.association_id
      where ${this.scope.viewer.within(column === "person_id" ? "officer" : "viewer", "association.union_id")}`,
  });
  private readonly listOfPerson = this.listOfMember("person_id");
  private readonly listOfOrganisation = this.listOfMember("organisation_id");

  ofAssociation = (associationId: string, filter: MembershipFilter, args: PageArgs) => this.scope.get(Pages).of(ofAssociation, associationId, filter, args, this.byId);
  ofBranch = (branchId: string, filter: MembershipFilter, args: PageArgs) => this.scope.get(Pages).of(ofBranch, branchId, filter, args, this.byId);
  ofPerson = (personId: string, args: PageArgs) => this.scope.get(Pages).of(this.listOfPerson, personId, null, args, this.byId);
  ofOrganisation = (organisationId: string, args: PageArgs) => this.scope.get(Pages).of(this.listOfOrganisation, organisationId, null, args, this.byId);

  async create(input: CreateMembershipInput): Promise<Membership> {
    const { person: personId = null, organisation: organisationId = null } = input;
    if ((personId === null) === (organisationId === null)) throw new BadInput("person", "A member is a person or an organisation: name one of the two.");
    const row = await this.newRow(input, "", { personId, organisationId });
    // Whoever could add just anybody would see everybody's personal data.
    if (personId !== null) await this.scope.get(People).named(personId, "person");
    if (organisationId !== null && !(await this.scope.get(MemberOrganisations).known(organisationId))) throw new BadInput("organisation", `There is no member organisation ${organisationId} that your roles reach.`);
    return this.scope.write({ action: "createMembership", input }, Membership, tx => this.insert(tx, row, ""));
  }

  /** A person begins with a membership, a position or both. */
  async createPerson(input: CreatePersonInput): Promise<Person> {
    const { membership, position } = input;
    if (membership == null && position == null) throw new BadInput("membership", "Give a membership, a position or both: without one, nobody of a union would find the person again.");
    const positionRow = position == null ? null : await this.scope.get(Positions).newRow(position, { personId: null, holderName: "" }, "position.");
    const association = membership == null ? null : await this.scope.get(FriendshipAssociations).forChange(membership.association, "membership.association");
    const [unionId = ""] = association === null ? await this.scope.get(Positions).unionsOf(positionRow!) : [association.unionId];
    const person = this.scope.get(People).newRow(newId(unionId), input);
    const row = membership == null ? null : await this.newRow(membership, "membership.", { personId: person.id, organisationId: null });
    return this.scope.write({ action: "createPerson", input }, Person, async tx => {
      await tx.insert(Person, person);
      if (row) await this.insert(tx, row, "membership.");
      if (positionRow) await this.scope.get(Positions).insert(tx, { ...positionRow, personId: person.id, holderName: person.fullName }, "position.since");
      return tx.findOneByOrFail(Person, { id: person.id });
    });
  }

  change = (input: ChangeMembershipInput) => this.update("changeMembership", input, { branch: input.branch, status: input.status, changedOn: input.changedOn });
  end = (input: EndMembershipInput) => this.update("endMembership", input, { until: input.on, leavingReason: input.leavingReason, leavingNote: input.leavingNote });
  correct = (input: CorrectMembershipInput) => this.update("correctMembership", input, input);

  private async update(action: string, input: VersionedInput & { on?: string; reason?: string }, wanted: Changes): Promise<Membership> {
    const { associationId } = await this.forChange(input.id);
    const { branch, since, until, status } = wanted;
    await this.checkBranch(branch, associationId, "branch");
    for (const stay of wanted.earlierStays ?? []) await this.checkBranch(stay.branch, associationId, "earlierStays");
    // Who is a member again did not leave.
    const [leavingReason, leavingNote] = until === null ? [null, null] : [wanted.leavingReason, wanted.leavingNote == null ? wanted.leavingNote : givenText("leavingNote", wanted.leavingNote, 500)];
    const { earlier, ...changes } = given({
      branchId: branch, status: status ?? undefined, since: since ?? undefined, until, leavingReason, leavingNote, earlier: wanted.earlierStays ? givenStays(input.id, wanted.earlierStays) : undefined,
    });
    if (wanted.changedOn != null && branch === undefined && status == null) throw new BadInput("changedOn", "changedOn says from when it is otherwise: give branch or status, too.");
    const changedOn = givenChangedOn(wanted.changedOn);
    const named = input.on === undefined ? "until" : "on";
    refuseFutures({ since, [named]: until });
    return this.scope.write({ action, input, reason: input.reason }, Membership, async tx => {
      let before!: Membership;
      const after = await changeRow(tx, Membership, input, changes, (next, was) => {
        before = was;
        if (input.on !== undefined) refuseSecondEnd("The membership ended", was.until, was, "correctMembership");
        if (next.until !== null && startOf(next.since) > endOf(next.until)) throw new BadInput(named, `It would end in ${next.until}, before it began in ${next.since}.`);
        if (next.until === null && (next.leavingReason ?? next.leavingNote) !== null) throw new BadInput("leavingReason", "It has not ended, so that there is no reason why. Give until too.");
      }, earlier !== undefined);
      if (changes.since !== undefined) {
        await holdWithinLife(tx, associationId, after.since, "since");
        await holdOrganisation(tx, after, "since");
      }
      if (earlier) await changeParts(tx, EarlierStay, { membershipId: after.id }, earlier);
      if (earlier || changes.since !== undefined || changes.until !== undefined) await checkLifeOfStays(tx, after, earlier ? "earlierStays" : changes.since === undefined ? named : "since");
      if (action === "changeMembership") await this.keepStay(tx, before, after, changedOn);
      else if (branch != null || earlier !== undefined || changes.since !== undefined) await this.holdStays(tx, before, after, branch != null ? "branch" : earlier === undefined ? "since" : "earlierStays");
      if (changes.since !== undefined || changes.until !== undefined) await holdAlone(tx, after, changes.since === undefined ? named : "since");
      return after;
    });
  }

  private async keepStay(tx: EntityManager, before: Membership, after: Membership, changedOn: string): Promise<void> {
    await holdInBranch(tx, after, changedOn, "branch");
    if (before.branchId === after.branchId && before.status === after.status) return;
    await holdWithinLife(tx, before.associationId, changedOn, "changedOn");
    await keepEarlierState(tx, EarlierStay, { membershipId: before.id }, stayOf(before), changedOn, { began: before.since, ended: before.until, correct: "correctMembership" });
  }

  /** Throws where one of the stays is in a branch that did not stand then; a membership that was older than its branch already may be so. */
  private async holdStays(tx: EntityManager, before: Membership, after: Membership, argument: string): Promise<void> {
    const earlier = (await tx.findBy(EarlierStay, { membershipId: after.id })).sort(untilFirst);
    for (const stay of statesOf(earlier, stayOf(after), after.since)) {
      const isAsBefore = argument === "since" && stay.since === after.since && (await isBeforeBranch(tx, { ...before, branchId: stay.branchId }));
      if (!isAsBefore) await holdInBranch(tx, stay, stay.since!, argument);
    }
  }

  private async forChange(id: string): Promise<Membership> {
    const membership = await this.byId.load(id);
    const unions = membership ? await this.scope.get(FriendshipAssociations).unionsOf(membership.associationId) : [];
    if (!membership || !this.scope.viewer.reaches("viewer", unions)) throw new BadInput("id", `There is no membership ${id} that your roles reach.`);
    this.scope.viewer.requireChange(unions);
    return membership;
  }

  private async newRow({ association, branch = null, since, status }: FirstMembershipInput, within: string, member: Pick<Membership, "personId" | "organisationId">) {
    const { id: associationId, unionId } = await this.scope.get(FriendshipAssociations).forChange(association, `${within}association`);
    refuseFutures({ [`${within}since`]: since });
    await this.checkBranch(branch, associationId, `${within}branch`);
    return { id: newId(unionId), associationId, branchId: branch, ...member, status: status ?? MembershipStatus.ORDINARY, since, until: null, leavingReason: null, leavingNote: null, sourceId: null };
  }

  private async insert(tx: EntityManager, row: Omit<Membership, "version">, within: string): Promise<Membership> {
    await holdWithinLife(tx, row.associationId, row.since, `${within}since`);
    await holdInBranch(tx, row, row.since, `${within}since`);
    await holdOrganisation(tx, row, `${within}since`);
    await tx.insert(Membership, row);
    const made = await tx.findOneByOrFail(Membership, { id: row.id });
    await holdAlone(tx, made, `${within}since`);
    return made;
  }

  private async checkBranch(branchId: string | null | undefined, associationId: string, argument: string): Promise<void> {
    const branch = branchId == null ? null : await this.scope.get(Branches).byId.load(branchId);
    if (branchId != null && branch?.associationId !== associationId) throw new BadInput(argument, `The association ${associationId} has no branch ${branchId}.`);
  }
}

const checkLifeOfStays = async (tx: EntityManager, { id, since, until }: Membership, argument: string) =>
  checkStates(await tx.findBy(EarlierStay, { membershipId: id }), { began: since, ended: until, correct: "correctMembership" }, argument);

const stayOf = ({ branchId, status }: Membership) => ({ branchId, status });
