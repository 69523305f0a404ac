import {
  BadInput, byName, changeRow, contains, empty, given, givenLocalizedText, isDemoUnion, oneBy, Pages, raw, refuseFuture, refuseSecondEnd, sql, standsOn,
  type List, type PageArgs, type RequestScope, type Sql, type VersionedInput,
} from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { Union, UnionLevel } from "./union";
import { checkLife, checkNoneBelow, checkNoneLater, checkOutlived } from "./union-life";
import type { ChangeUnionInput, CorrectUnionInput, CreateUnionInput, EndUnionInput } from "./union.input";

type Changes = Pick<CorrectUnionInput, "name" | "level" | "parent" | "foundedOn" | "endedOn">;

/** Which unions. */
export interface UnionFilter {
  level?: UnionLevel | null;
  asOf?: string | null;
  text?: string | null;
  /** Right below this one. */
  parent?: string | null;
}

const matching = ({ level, asOf, text, parent }: UnionFilter) => sql`
  ${contains(["name_vi", "name_en"], text)}
  ${level == null ? empty : sql`and level = ${level}`}
  ${parent == null ? empty : sql`and parent_id = ${parent}`}
  ${asOf == null ? empty : sql`and ${standsOn("coalesce(founded_on, '0001-01-01')", "ended_on", sql`${asOf}::date`)}`}`;

const below: List<UnionFilter> = {
  name: "unions below a union",
  order: byName,
  rows: filter => sql`
    select asked.parent, id, coalesce(name_vi, name_en) as name from asked
    cross join lateral (
      with recursive below as (
        select id from friendship_union where parent_id = asked.parent
        union select child.id from friendship_union child join below on child.parent_id = below.id
      ) select * from below
    ) below join friendship_union using (id) where ${matching(filter)}`,
};

export class Unions {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Union, "id");

  below = (unionId: string, { direct, ...filter }: UnionFilter & { direct: boolean }, args: PageArgs) =>
    this.scope.get(Pages).of(below, unionId, { ...filter, parent: direct ? unionId : null }, args, this.byId);

  /** In the order of their Vietnamese names. */
  async list({ includeDemo, within, ...filter }: UnionFilter & { includeDemo: boolean; within?: string | null }): Promise<Union[]> {
    const rows = await this.scope.rows<{ id: string }>(sql`
      select id from friendship_union
      where ${matching(filter)} and (${includeDemo} or not demo) ${within == null ? empty : sql`and ${inUnion("id", within, true)}`}
      order by coalesce(name_vi, name_en) collate "vi-x-icu", id`);
    return this.known(rows.map(({ id }) => id));
  }

  /** Those of them that there are. */
  async known(ids: string[]): Promise<Union[]> {
    const found = await this.byId.loadMany(ids);
    return found.filter((union): union is Union => union instanceof Union);
  }

  create(input: CreateUnionInput): Promise<Union> {
    const { id, level, parent: parentId = null, foundedOn = null } = input;
    this.scope.viewer.requireChange(reaching(level, [id, ...(parentId === null ? [] : [parentId])]));
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60) throw new BadInput("id", "A union's id has at most 60 small letters, digits and single hyphens, such as dong-nai.");
    if (isDemoUnion(id)) throw new BadInput("id", "demo and demo-01 are the ids of unions that are made up. Choose another one.");
    refuseFuture("foundedOn", foundedOn);
    checkParent({ id, level, parentId });
    const row = { id, level, parentId, name: givenLocalizedText("name", input.name), foundedOn, endedOn: null, demo: false, sourceId: null };
    return this.scope.write({ action: "createUnion", input }, Union, async tx => {
      await tx.insert(Union, row);
      return this.fitting(tx, await tx.findOneByOrFail(Union, { id }), "parent");
    });
  }

  change = (input: ChangeUnionInput) => this.update("changeUnion", input, { name: input.name, parent: input.parent ?? undefined });
  end = (input: EndUnionInput) => this.update("endUnion", input, { endedOn: input.on });
  correct = (input: CorrectUnionInput) => this.update("correctUnion", input, input);

  private async update(action: string, input: VersionedInput & { on?: string; reason?: string }, { name, level, parent, foundedOn, endedOn }: Changes): Promise<Union> {
    const { id } = input;
    const union = await this.byId.load(id);
    if (!union) throw new BadInput("id", `There is no union ${id}.`);
    for (const each of [union.level, level ?? union.level]) this.scope.viewer.requireChange(reaching(each, [id]));
    const end = input.on === undefined ? "endedOn" : "on";
    refuseFuture(end, endedOn);
    refuseFuture("foundedOn", foundedOn);
    const changes = given({ name: name ? givenLocalizedText("name", name) : undefined, level: level ?? undefined, parentId: parent, foundedOn, endedOn });
    const rule = (after: Union, before: Union) => {
      if (input.on !== undefined) refuseSecondEnd(`The union ${id} ended`, before.endedOn, before, "correctUnion");
      if (level != null || parent !== undefined) checkParent(after, parent === undefined ? "level" : "parent");
      checkLife(after, endedOn == null ? "foundedOn" : end);
    };
    return this.scope.write({ action, input, reason: input.reason }, Union, async tx => {
      const after = await changeRow(tx, Union, input, changes, rule);
      if (endedOn != null) {
        await checkNoneBelow(tx, after);
        await checkNoneLater(tx, after, end);
      }
      return this.fitting(tx, after, parent == null ? (endedOn === undefined ? null : end) : "parent");
    });
  }

  /**
   * Throws unless a union fits in with the others: each level is below higher ones only, so that there is no circle; and
   * none stands longer than what it is below, where `argument` said so.
   */
  private async fitting(tx: EntityManager, union: Union, argument: string | null): Promise<Union> {
    const { id, level, parentId } = union;
    const wrong = (await tx.findBy(Union, { parentId: id })).find(child => !above[child.level].includes(level));
    if (wrong) throw new BadInput("level", `${wrong.id}, which is of the level ${wrong.level}, is below ${id}, so that this one is of the level ${above[wrong.level].join(" or ")}.`);
    if (parentId === null) return union;
    const parent = await tx.findOne(Union, { where: { id: parentId }, lock: { mode: "pessimistic_read" } });
    if (!parent || !above[level].includes(parent.level)) throw new BadInput("parent", `There is no union ${parentId} of the level ${above[level].join(" or ")}, which one of the level ${level} is below.`);
    // A demo is taken away with all its rows.
    if (parent.demo !== union.demo) throw new BadInput("parent", `The union ${parent.demo ? parentId : id} is made up for trying: no real one is below it.`);
    if (argument !== null) checkOutlived(union, parent, argument);
    return union;
  }
}

/** Right below which levels each may be. */
const above: Record<UnionLevel, UnionLevel[]> = {
  NATIONAL: [],
  CLUSTER: [UnionLevel.NATIONAL],
  PROVINCIAL: [UnionLevel.NATIONAL, UnionLevel.CLUSTER],
  MEMBER_ORGANISATION: [UnionLevel.NATIONAL, UnionLevel.PROVINCIAL],
};

const checkParent = ({ id, level, parentId }: Pick<Union, "id" | "level" | "parentId">, argument = "parent"): void => {
  if (parentId === id) throw new BadInput("parent", "A union is not below itself.");
  if (level === UnionLevel.NATIONAL && parentId !== null) throw new BadInput("parent", "The national union is below no other one.");
  if (level !== UnionLevel.NATIONAL && parentId === null) throw new BadInput(argument, `Name the union that this one is below: one of the level ${above[level].join(" or ")}.`);
};

/** Whose officers may change it. The national union is everybody's: no role for one union reaches it. */
export const reaching = (level: UnionLevel, unionIds: string[]) => (level === UnionLevel.NATIONAL ? [] : unionIds);

/** The ids of a union and all unions below it, as a query. */
const unionAndBelow = (unionId: string) => sql`
  with recursive below as (
    select id from friendship_union where id = ${unionId}
    union select child.id from friendship_union child join below on child.parent_id = below.id
  ) select id from below`;

/** Whether a column names the union that is asked for, or with `includeDescendants` one below it. */
export const inUnion = (column: string, unionId: string, includeDescendants: boolean | null | undefined): Sql =>
  includeDescendants ? sql`${raw(column)} in (${unionAndBelow(unionId)})` : sql`${raw(column)} = ${unionId}`;
