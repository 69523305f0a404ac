import { BadInput, changeRow, given, givenLocalizedText, isDemoUnion, oneBy, refuseFuture, refuseSecondEnd, sql, type RequestScope, type VersionedInput } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { Union, UnionLevel } from "./union";
import type { ChangeUnionInput, CorrectUnionInput, CreateUnionInput, EndUnionInput } from "./union.input";

type Changes = Pick<CorrectUnionInput, "name" | "level" | "parent" | "endedOn">;

export class Unions {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Union, "id");

  /** In the order of their Vietnamese names. */
  async list(level: UnionLevel | null, includeDemo: boolean): Promise<Union[]> {
    const rows = await this.scope.rows<{ id: string }>(sql`
      select id from friendship_union
      where (${level}::text is null or level = ${level}) and (${includeDemo} or not demo)
      order by coalesce(name_vi, name_en) collate "vi-x-icu", id`);
    const found = await this.byId.loadMany(rows.map(({ id }) => id));
    return found.filter((union): union is Union => union instanceof Union);
  }

  create(input: CreateUnionInput): Promise<Union> {
    const { id, level, parent: parentId = null } = input;
    this.scope.viewer.requireChange(reaching(level, [id, ...(parentId === null ? [] : [parentId])]));
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60) throw new BadInput("id", "A union's id has at most 60 small letters, digits and single hyphens, such as dong-nai.");
    if (isDemoUnion(id)) throw new BadInput("id", "demo and demo-01 are the ids of unions that are made up. Choose another one.");
    if (parentId === id) throw new BadInput("parent", "A union is not below itself.");
    if (level === UnionLevel.PROVINCIAL && parentId === null) throw new BadInput("parent", "Name the national union that this one is below.");
    checkLevel({ level, parentId });
    const row = { id, level, parentId, name: givenLocalizedText("name", input.name), endedOn: null, demo: false, sourceId: null };
    return this.scope.write({ action: "createUnion", input }, Union, async tx => {
      await tx.insert(Union, row);
      return this.fitting(tx, await tx.findOneByOrFail(Union, { id }));
    });
  }

  change = (input: ChangeUnionInput) => this.update("changeUnion", input, { name: input.name });
  end = (input: EndUnionInput) => this.update("endUnion", input, { endedOn: input.on });
  correct = (input: CorrectUnionInput) => this.update("correctUnion", input, input);

  private async update(action: string, input: VersionedInput & { on?: string; reason?: string }, { name, level, parent, endedOn }: Changes): Promise<Union> {
    const { id } = input;
    const union = await this.byId.load(id);
    if (!union) throw new BadInput("id", `There is no union ${id}.`);
    for (const each of [union.level, level ?? union.level]) this.scope.viewer.requireChange(reaching(each, [id]));
    refuseFuture(input.on === undefined ? "endedOn" : "on", endedOn);
    if (parent === id) throw new BadInput("parent", "A union is not below itself.");
    const changes = given({ name: name ? givenLocalizedText("name", name) : undefined, level: level ?? undefined, parentId: parent, endedOn });
    const rule = (after: Union, { endedOn: end, version }: Union) => {
      if (input.on !== undefined) refuseSecondEnd(`The union ${id} ended`, end, { version }, "correctUnion");
      checkLevel(after);
    };
    return this.scope.write({ action, input, reason: input.reason }, Union, async tx => this.fitting(tx, await changeRow(tx, Union, input, changes, rule)));
  }

  /** Throws unless a union fits in with the others. */
  private async fitting(tx: EntityManager, union: Union): Promise<Union> {
    const { id, level, parentId } = union;
    if (level === UnionLevel.PROVINCIAL && (await tx.existsBy(Union, { parentId: id }))) throw new BadInput("level", `There are unions below ${id}, so that it is the national one.`);
    if (parentId !== null && !(await tx.existsBy(Union, { id: parentId, level: UnionLevel.NATIONAL }))) throw new BadInput("parent", `There is no national union ${parentId}.`);
    return union;
  }
}

const checkLevel = ({ level, parentId }: Pick<Union, "level" | "parentId">): void => {
  if (level === UnionLevel.NATIONAL && parentId !== null) throw new BadInput("parent", "The national union is below no other one.");
};

// The national union is everybody's: no role for one union reaches it.
const reaching = (level: UnionLevel, unionIds: string[]) => (level === UnionLevel.NATIONAL ? [] : unionIds);

/** The ids of a union and all unions below it, as a query. */
export const unionAndBelow = (unionId: string) => sql`
  with recursive below as (
    select id from friendship_union where id = ${unionId}
    union select child.id from friendship_union child join below on child.parent_id = below.id
  ) select id from below`;
