import {
  BadInput, changeRow, endOf, given, newestFirst, newId, oneBy, Pages, raw, refuseFuture, refuseSecondEnd, sql, standsOn, startOf, type List, type PageArgs, type RequestScope, type VersionedInput,
} from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import { Branches } from "../branch";
import { FriendshipAssociations, holdWithinLife } from "../friendship-association";
import { People, Person, type CreatePersonInput } from "../person";
import { Membership } from "./membership";
import type { ChangeMembershipInput, CorrectMembershipInput, CreateMembershipInput, EndMembershipInput } from "./membership.input";

type Changes = Pick<CorrectMembershipInput, "branch" | "since" | "until">;

interface Asked {
  associationId: string;
  asOf: string;
}

interface Counts {
  memberships: number;
  people: number;
}

const columns = sql`asked.parent, membership.id, partial_start(membership.since) as since`;

// At the latest with its association.
const end = "coalesce(membership.until, association.dissolved_on)";

const ofAssociation: List<{ asOf: string }> = {
  name: "memberships of an association",
  order: newestFirst("since"),
  rows: ({ asOf }) => sql`
    select ${columns} from asked join membership on membership.association_id = asked.parent join friendship_association association on association.id = asked.parent
    where ${standsOn("membership.since", end, sql`${asOf}::date`)}`,
};

export class Memberships {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Membership, "id");

  private readonly listOfPerson: List<null> = {
    name: "memberships of a person",
    order: newestFirst("since"),
    rows: () => sql`
      select ${columns} from asked join membership on membership.person_id = asked.parent
      join friendship_association association on association.id = membership.association_id
      where ${this.scope.viewer.within("officer", "association.union_id")}`,
  };

  ofAssociation = (associationId: string, asOf: string, args: PageArgs) => this.scope.get(Pages).of(ofAssociation, associationId, { asOf }, args, this.byId);
  ofPerson = (personId: string, args: PageArgs) => this.scope.get(Pages).of(this.listOfPerson, personId, null, args, this.byId);

  /** Of an association on a day; null where no membership was ever recorded, since unknown is not 0. */
  readonly counts = new DataLoader<Asked, Counts | null, string>(
    async asked => {
      const rows = await this.scope.rows<Asked & Counts>(sql`
        select asked.association_id as "associationId", asked.as_of::text as "asOf",
          count(*) filter (where standing)::int as memberships, count(distinct person_id) filter (where standing)::int as people
        from unnest(${asked.map(({ associationId }) => associationId)}::text[], ${asked.map(({ asOf }) => asOf)}::date[]) as asked (association_id, as_of)
        join membership on membership.association_id = asked.association_id
        join friendship_association association on association.id = asked.association_id
        cross join lateral (
          select ${standsOn("membership.since", end, raw("asked.as_of"))} as standing
        ) standing
        group by asked.association_id, asked.as_of`);
      const found = new Map(rows.map(row => [keyOf(row), row]));
      return asked.map(each => found.get(keyOf(each)) ?? null);
    },
    { cacheKeyFn: keyOf },
  );

  async create(input: CreateMembershipInput): Promise<Membership> {
    const row = await this.newRow(input, "", input.person);
    // Whoever could add just anybody would see everybody's personal data.
    if (!(await this.scope.get(People).known(input.person))) throw new BadInput("person", `There is no person ${input.person} whom your roles reach.`);
    return this.scope.write({ action: "createMembership", input }, Membership, tx => this.insert(tx, row, "since"));
  }

  /** A person begins with a membership. */
  async createPerson(input: CreatePersonInput): Promise<Person> {
    const { association, ...membership } = input.membership;
    const { unionId } = await this.scope.get(FriendshipAssociations).forChange(association, "membership.association");
    const person = this.scope.get(People).newRow(newId(unionId), input);
    const row = await this.newRow({ association, ...membership }, "membership.", person.id);
    return this.scope.write({ action: "createPerson", input }, Person, async tx => {
      await tx.insert(Person, person);
      await this.insert(tx, row, "membership.since");
      return tx.findOneByOrFail(Person, { id: person.id });
    });
  }

  change = (input: ChangeMembershipInput) => this.update("changeMembership", input, { branch: input.branch });
  end = (input: EndMembershipInput) => this.update("endMembership", input, { until: input.on });
  correct = (input: CorrectMembershipInput) => this.update("correctMembership", input, input);

  private async update(action: string, input: VersionedInput & { on?: string; reason?: string }, { branch, since, until }: Changes): Promise<Membership> {
    const { associationId } = await this.forChange(input.id);
    await this.checkBranch(branch, associationId, "branch");
    const changes = given({ branchId: branch, since: since ?? undefined, until });
    const named = input.on === undefined ? "until" : "on";
    refuseFuture(named, until);
    return this.scope.write({ action, input, reason: input.reason }, Membership, async tx => {
      const after = await changeRow(tx, Membership, input, changes, (wanted, before) => {
        if (input.on !== undefined) refuseSecondEnd("The membership ended", before.until, before, "correctMembership");
        if (wanted.until !== null && startOf(wanted.since) > endOf(wanted.until)) throw new BadInput(named, `It would end in ${wanted.until}, before it began in ${wanted.since}.`);
      });
      if (changes.since !== undefined) await holdWithinLife(tx, after.associationId, after.since, "since");
      if (changes.since !== undefined || changes.until !== undefined) await this.checkAlone(tx, after, changes.since === undefined ? named : "since");
      return after;
    });
  }

  private async forChange(id: string): Promise<Membership> {
    const membership = await this.byId.load(id);
    const unions = membership ? await this.scope.get(FriendshipAssociations).unionsOf(membership.associationId) : [];
    if (!membership || !this.scope.viewer.reaches("viewer", unions)) throw new BadInput("id", `There is no membership ${id} that your roles reach.`);
    this.scope.viewer.requireChange(unions);
    return membership;
  }

  private async newRow({ association, branch = null, since }: Pick<CreateMembershipInput, "association" | "branch" | "since">, within: string, personId: string) {
    const { id: associationId, unionId } = await this.scope.get(FriendshipAssociations).forChange(association, `${within}association`);
    await this.checkBranch(branch, associationId, `${within}branch`);
    return { id: newId(unionId), associationId, branchId: branch, personId, since, until: null, sourceId: null };
  }

  private async insert(tx: EntityManager, row: Omit<Membership, "version">, argument: string): Promise<Membership> {
    await holdWithinLife(tx, row.associationId, row.since, argument);
    await tx.insert(Membership, row);
    const made = await tx.findOneByOrFail(Membership, { id: row.id });
    await this.checkAlone(tx, made, argument);
    return made;
  }

  private async checkBranch(branchId: string | null | undefined, associationId: string, argument: string) {
    const branch = branchId == null ? null : await this.scope.get(Branches).byId.load(branchId);
    if (branchId != null && branch?.associationId !== associationId) throw new BadInput(argument, `The association ${associationId} has no branch ${branchId}.`);
  }

  /** Throws where a person would be a member of one association twice on a day, by what is certain of both memberships. */
  private async checkAlone(tx: EntityManager, { id, personId, associationId, since, until }: Membership, argument: string) {
    // Held until the change is made, so that of two at once the second one sees the first.
    await tx.findOneOrFail(Person, { where: { id: personId }, lock: { mode: "for_no_key_update" } });
    const others = await tx.query<object[]>(
      `select from membership where person_id = $1 and association_id = $2 and id <> $3
         and greatest(partial_end(since), partial_end($4::text)) < least(coalesce(partial_start(until), 'infinity'), coalesce(partial_start($5::text), 'infinity'))`,
      [personId, associationId, id, since, until],
    );
    if (others.length > 0) throw new BadInput(argument, "The person has another membership in this association at that time. End that one first, or correct it.");
  }
}

function keyOf({ associationId, asOf }: Asked) {
  return `${associationId} ${asOf}`;
}
