import { oneBy, sql, type RequestScope } from "@huu-nghi/subgraph-kit";
import { Union, type UnionLevel } from "./union";

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
}

/** The ids of a union and all unions below it, as a query. */
export const unionAndBelow = (unionId: string) => sql`
  with recursive below as (
    select id from friendship_union where id = ${unionId}
    union select child.id from friendship_union child join below on child.parent_id = below.id
  ) select id from below`;
