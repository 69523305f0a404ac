import {
  BadInput, changeRow, demoRows, empty, endOf, given, givenLocalizedText, givenText, newId, oneBy, Pages, raw, refuseFutures, refuseSecondEnd, sql, standsOn, startOf,
  type List, type PageArgs, type RequestScope, type SortKey, type Sql, type VersionedInput,
} from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { FriendshipAssociations, holdWithinLife } from "../friendship-association";
import { nameHolds, People } from "../person";
import { Union, inUnion, Unions } from "../union";
import { Position, type PositionBodyKind, type PositionRole } from "./position";
import type { ChangePositionInput, CorrectPositionInput, CreatePositionInput, EndPositionInput, FirstPositionInput } from "./position.input";
import { bodyNameOf, checkDates, newPosition } from "./position-rows";
import { holdOffices, refuseSecondHolder, sameOffice } from "./single-office";

type Changes = Partial<Omit<CorrectPositionInput, keyof VersionedInput | "reason">> & Pick<ChangePositionInput, "published">;

export interface PositionFilter {
  asOf: string;
  unionId?: string | null | undefined;
  includeDescendants?: boolean;
  associationId?: string | null | undefined;
  role?: PositionRole | null | undefined;
  body?: PositionBodyKind | null | undefined;
  text?: string | null | undefined;
}

const began = "coalesce(tenure.since, tenure.named_as_of)";
const nextBegan = "coalesce(next.since, next.named_as_of)";
const unionOf = "coalesce(tenure.union_id, association.union_id)";

const ended = "coalesce(partial_end(tenure.until), least(succeeded.until, partial_end(association.dissolved_on), partial_end(of_union.ended_on)))";

const byRank: SortKey[] = [{ column: "rank", type: "int", direction: "asc" }, { column: "name", type: "text", direction: "asc", collated: true }];
const ranked = raw(`array_position(array['CHAIR', 'VICE_CHAIR', 'GENERAL_SECRETARY', 'HEAD', 'DEPUTY_HEAD', 'MEMBER', 'OTHER'], tenure.role) as rank, tenure.holder_name as name`);

export class Positions {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Position, "id");

  /** What is not published is for officers of the union. */
  private readonly visible = (position: "tenure" | "next") => sql`(${raw(position)}.published or ${this.scope.viewer.within("officer", unionOf)})`;

  // Of an office that one person has at a time, the next holder is the end of one whose end nobody says: not one who
  // only stands in, nor one whom the viewer may not see, since who is missing then would tell of who is hidden.
  private readonly rows = () => sql`
    position_tenure tenure left join friendship_association association on association.id = tenure.association_id
    left join friendship_union of_union on of_union.id = tenure.union_id
    left join lateral (
      select min(least(partial_end(${raw(nextBegan)}), partial_end(next.until))) - 1 as until from position_tenure next
      where tenure.until is null and ${sameOffice} and ${this.visible("next")} and (tenure.acting or not next.acting) and partial_end(${raw(nextBegan)}) > partial_end(${raw(began)})
    ) succeeded on true`;

  private readonly matching = ({ asOf, unionId, includeDescendants, associationId, role, body, text }: PositionFilter): Sql => sql`
    ${standsOn(began, ended, sql`${asOf}::date`)} and ${this.visible("tenure")}
    ${unionId == null ? empty : sql`and ${inUnion(unionOf, unionId, includeDescendants)}`}
    ${associationId == null ? empty : sql`and tenure.association_id = ${associationId}`}
    ${role == null ? empty : sql`and tenure.role = ${role}`}
    ${body == null ? empty : sql`and tenure.body_kind = ${body}`}
    and ${nameHolds("concat_ws(' ', tenure.holder_name, tenure.title_vi, tenure.title_en)", text)}`;

  private readonly list = (name: string, belongs: (filter: PositionFilter) => Sql): List<PositionFilter> => ({
    name,
    order: byRank,
    rows: filter => sql`select asked.parent, tenure.id, ${ranked} from asked cross join ${this.rows()} where ${belongs(filter)} and ${this.matching(filter)}`,
  });

  // Made-up ones are in no list that does not name where they are.
  private readonly all = this.list("positions", ({ unionId, associationId }) => (unionId == null && associationId == null ? sql`not ${raw(demoRows(unionOf))}` : sql`true`));
  private readonly inUnion = this.list("positions of a union", () => sql`tenure.union_id = asked.parent`);
  private readonly inAssociation = this.list("positions of an association", () => sql`tenure.association_id = asked.parent`);

  // Whose a position is, is for officers of its union, though it may be published under a name.
  private readonly ofOne: List<null> = {
    name: "positions of a person",
    order: [{ column: "began", type: "date", direction: "desc" }],
    rows: () => sql`
      select asked.parent, tenure.id, partial_start(${raw(began)}) as began
      from asked join position_tenure tenure on tenure.person_id = asked.parent left join friendship_association association on association.id = tenure.association_id
      where ${this.scope.viewer.within("officer", unionOf)}`,
  };

  page = (filter: PositionFilter, args: PageArgs) => this.scope.get(Pages).of(this.all, null, filter, args, this.byId);
  ofUnion = (unionId: string, filter: PositionFilter, args: PageArgs) => this.scope.get(Pages).of(this.inUnion, unionId, filter, args, this.byId);
  ofAssociation = (associationId: string, filter: PositionFilter, args: PageArgs) => this.scope.get(Pages).of(this.inAssociation, associationId, filter, args, this.byId);
  ofPerson = (personId: string, args: PageArgs) => this.scope.get(Pages).of(this.ofOne, personId, null, args, this.byId);

  /** The unions to which it belongs. */
  async unionsOf({ unionId, associationId }: Pick<Position, "unionId" | "associationId">): Promise<string[]> {
    return unionId === null ? this.scope.get(FriendshipAssociations).unionsOf(associationId!) : [unionId];
  }

  /** One that the viewer may see; null for others, as for one that does not exist. */
  async known(id: string): Promise<Position | null> {
    const position = await this.byId.load(id);
    return position && (position.published || this.scope.viewer.reaches("officer", await this.unionsOf(position))) ? position : null;
  }

  /** A position to insert, after all that can be refused beforehand; `holder` is a person who is known or being made. */
  async newRow(input: FirstPositionInput, holder: Pick<Position, "personId" | "holderName">, within: string): Promise<Omit<Position, "version">> {
    const { union, association } = input;
    if ((union == null) === (association == null)) throw new BadInput(`${within}union`, "A position is held in a union or in a friendship association: name one of the two.");
    if (union != null && !(await this.scope.get(Unions).byId.load(union))) throw new BadInput(`${within}union`, `There is no union ${union}.`);
    if (union != null) this.scope.viewer.requireChange([union]);
    const unionId = union ?? (await this.scope.get(FriendshipAssociations).forChange(association!, `${within}association`)).unionId;
    return newPosition(newId(unionId), input, holder, within);
  }

  async insert(tx: EntityManager, row: Omit<Position, "version">, argument: string): Promise<Position> {
    await holdOffices(tx, row);
    if (row.since !== null) await holdWithin(tx, row, row.since, argument);
    await tx.insert(Position, row);
    await refuseSecondHolder(tx, row);
    return tx.findOneByOrFail(Position, { id: row.id });
  }

  async create(input: CreatePositionInput): Promise<Position> {
    const row = await this.newRow(input.position, { personId: null, holderName: "" }, "position.");
    const person = input.person == null ? null : await this.holder(input.person);
    const name = input.holderName ?? person?.fullName;
    if (name == null) throw new BadInput("holderName", "Say who holds it: a person, the name as printed, or both.");
    const holder = { personId: person?.id ?? null, holderName: givenText("holderName", name) };
    return this.scope.write({ action: "createPosition", input }, Position, tx => this.insert(tx, { ...row, ...holder }, "position.since"));
  }

  change = (input: ChangePositionInput) => this.update("changePosition", input, { title: input.title, bodyName: input.bodyName, published: input.published });
  end = (input: EndPositionInput) => this.update("endPosition", input, { until: input.on });
  correct = (input: CorrectPositionInput) => this.update("correctPosition", input, input);

  private async update(action: string, input: VersionedInput & { on?: string; reason?: string }, wanted: Changes): Promise<Position> {
    const position = await this.known(input.id);
    if (!position) throw new BadInput("id", `There is no position ${input.id} that your roles reach.`);
    this.scope.viewer.requireChange(await this.unionsOf(position));
    const { title, bodyName, role, bodyKind, acting, published, person, holderName, since, namedAsOf, until } = wanted;
    const changes = given({
      title: title == null ? undefined : givenLocalizedText("title", title), bodyName: bodyNameOf("bodyName", bodyName), role: role ?? undefined, bodyKind: bodyKind ?? undefined, acting: acting ?? undefined,
      published: published ?? undefined, personId: person == null ? person : (await this.holder(person)).id, holderName: holderName == null ? undefined : givenText("holderName", holderName),
      since, namedAsOf, until,
    });
    const named = input.on === undefined ? "until" : "on";
    refuseFutures({ since, namedAsOf, [named]: until });
    // What only ends sooner, or is only called otherwise, takes nobody's place.
    const takesPlace = [role, bodyKind, bodyName, acting, since, input.on === undefined ? until : undefined].some(each => each !== undefined);
    return this.scope.write({ action, input, reason: input.reason }, Position, async tx => {
      if (takesPlace) await holdOffices(tx, position);
      const after = await changeRow(tx, Position, input, changes, (next, before) => {
        if (input.on !== undefined) refuseSecondEnd("The position ended", before.until, before, "correctPosition");
        checkDates(next, named);
      });
      if (since != null) await holdWithin(tx, after, since, "since");
      if (takesPlace) await refuseSecondHolder(tx, after);
      return after;
    });
  }

  // Whoever could name just anybody would see everybody's personal data.
  private holder = (id: string) => this.scope.get(People).named(id, "person");
}

/** Throws where a position began, for certain, outside the life of its association or after the end of its union. */
const holdWithin = async (tx: EntityManager, { unionId, associationId }: Pick<Position, "unionId" | "associationId">, since: string, argument: string): Promise<void> => {
  if (associationId !== null) return holdWithinLife(tx, associationId, since, argument);
  const { endedOn } = await tx.findOneOrFail(Union, { where: { id: unionId! }, lock: { mode: "pessimistic_read" } });
  if (endedOn !== null && startOf(since) > endOf(endedOn)) throw new BadInput(argument, `${argument} is ${since}, and the union ${unionId} ended in ${endedOn}.`);
};
