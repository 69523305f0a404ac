import {
  BadInput, byName, changeRow, demoRows, empty, given, givenLocalizedText, givenText, newId, oneBy, Pages, raw, refuseFuture, refuseSecondEnd, sql, standsOn,
  type List, type PageArgs, type RequestScope, type VersionedInput,
} from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { nameHolds } from "../person";
import { inUnion, Unions } from "../union";
import { MemberOrganisation, type MemberOrganisationKind } from "./member-organisation";
import type { ChangeMemberOrganisationInput, CorrectMemberOrganisationInput, CreateMemberOrganisationInput, EndMemberOrganisationInput } from "./member-organisation.input";

type Text = string | null | undefined;
type Changes = Partial<Omit<CorrectMemberOrganisationInput, keyof VersionedInput | "reason">>;

export interface MemberOrganisationFilter {
  unionId?: Text;
  includeDescendants?: boolean;
  associationId?: Text;
  kind?: MemberOrganisationKind | null | undefined;
  asOf?: Text;
  text?: Text;
}

export class MemberOrganisations {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, MemberOrganisation, "id");

  /** Those that are members, on a day where one is given, of the association or of any one of the union's. */
  private members({ unionId, includeDescendants, associationId, asOf }: MemberOrganisationFilter) {
    const below = unionId == null ? empty : sql`and ${inUnion("association.union_id", unionId, includeDescendants)}`;
    return sql`
      select membership.organisation_id from membership join friendship_association association on association.id = membership.association_id
      where membership.organisation_id is not null ${below} ${associationId == null ? empty : sql`and association.id = ${associationId}`}
      ${asOf == null ? empty : sql`and ${standsOn("membership.since", "coalesce(membership.until, association.dissolved_on)", sql`${asOf}::date`)}`}`;
  }

  private matching(filter: MemberOrganisationFilter) {
    const { unionId, includeDescendants, associationId, asOf, kind, text } = filter;
    const ofUnion = unionId == null ? empty : sql`${inUnion("organisation.union_id", unionId, includeDescendants)} or`;
    const mustBeMember = associationId != null || asOf != null;
    return sql`
      (organisation.published or ${this.scope.viewer.within("officer", "organisation.union_id")})
      ${mustBeMember ? sql`and organisation.id in (${this.members(filter)})` : unionId == null ? empty : sql`and (${ofUnion} organisation.id in (${this.members(filter)}))`}
      ${unionId == null && associationId == null ? sql`and not ${raw(demoRows("organisation.union_id"))}` : empty}
      ${kind == null ? empty : sql`and organisation.kind = ${kind}`}
      and ${nameHolds("concat_ws(' ', organisation.name_vi, organisation.name_en)", text)}`;
  }

  private readonly list: List<MemberOrganisationFilter> = {
    name: "member organisations",
    order: byName,
    rows: filter => sql`
      select asked.parent, organisation.id, coalesce(organisation.name_vi, organisation.name_en) as name
      from asked cross join member_organisation organisation where ${this.matching(filter)}`,
  };

  page = (filter: MemberOrganisationFilter, args: PageArgs) => this.scope.get(Pages).of(this.list, null, filter, args, this.byId);

  /** One that the viewer may see; null for others, as for one that does not exist. */
  async known(id: string): Promise<MemberOrganisation | null> {
    const organisation = await this.byId.load(id);
    return organisation && (organisation.published || this.scope.viewer.reaches("officer", [organisation.unionId])) ? organisation : null;
  }

  async create(input: CreateMemberOrganisationInput): Promise<MemberOrganisation> {
    const { union: unionId, name, kind, published, ...rest } = input;
    if (!(await this.scope.get(Unions).byId.load(unionId))) throw new BadInput("union", `There is no union ${unionId}.`);
    this.scope.viewer.requireChange([unionId]);
    const { locality = null, address = null, contact = null } = placeOf(rest);
    const row = { id: newId(unionId), unionId, name: givenLocalizedText("name", name), kind, locality, address, contact, published: published ?? false, endedOn: null, sourceId: null };
    return this.scope.write({ action: "createMemberOrganisation", input }, MemberOrganisation, async tx => {
      await tx.insert(MemberOrganisation, row);
      return tx.findOneByOrFail(MemberOrganisation, { id: row.id });
    });
  }

  change = (input: ChangeMemberOrganisationInput) => this.update("changeMemberOrganisation", input, { ...input });
  end = (input: EndMemberOrganisationInput) => this.update("endMemberOrganisation", input, { endedOn: input.on });
  correct = (input: CorrectMemberOrganisationInput) => this.update("correctMemberOrganisation", input, input);

  private async update(action: string, input: VersionedInput & { on?: string; reason?: string }, wanted: Changes): Promise<MemberOrganisation> {
    const organisation = await this.known(input.id);
    if (!organisation) throw new BadInput("id", `There is no member organisation ${input.id} that your roles reach.`);
    this.scope.viewer.requireChange([organisation.unionId]);
    const { name, kind, published, endedOn } = wanted;
    const changes = given({ name: name ? givenLocalizedText("name", name) : undefined, kind: kind ?? undefined, ...placeOf(wanted), published: published ?? undefined, endedOn });
    const named = input.on === undefined ? "endedOn" : "on";
    refuseFuture(named, endedOn);
    return this.scope.write({ action, input, reason: input.reason }, MemberOrganisation, async tx => {
      const after = await changeRow(tx, MemberOrganisation, input, changes, (_after, before) => {
        if (input.on !== undefined) refuseSecondEnd("The organisation was closed", before.endedOn, before, "correctMemberOrganisation");
      });
      if (endedOn != null) await checkNoneJoined(tx, after, named);
      return after;
    });
  }
}

/** Throws where an organisation would have become a member, for certain, after it was closed. */
const checkNoneJoined = async (tx: EntityManager, { id, endedOn }: MemberOrganisation, argument: string): Promise<void> => {
  // What is a member knows it, and not the other way round: hence the table's name.
  const [{ late }] = await tx.query<[{ late: number }]>("select count(*)::int as late from membership where organisation_id = $1 and partial_start(since) > partial_end($2::text)", [id, endedOn]);
  if (late > 0) throw new BadInput(argument, `It would have been closed in ${endedOn}, before ${late === 1 ? "a membership of it" : `${late} memberships of it`} began. Correct the beginning first by correctMembership, or send another day.`);
};

const mostOfPlace = { locality: 200, address: 500, contact: 500 };

/** What stands of it as plain texts; what is not given is left out. */
const placeOf = (input: { [Name in keyof typeof mostOfPlace]?: Text }) => {
  const kept = (argument: keyof typeof mostOfPlace) => (input[argument] == null ? input[argument] : givenText(argument, input[argument], mostOfPlace[argument]));
  return { locality: kept("locality"), address: kept("address"), contact: kept("contact") };
};
