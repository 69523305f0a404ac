import { byName, contains, demoRows, empty, oneBy, Pages, raw, sql, type List, type PageArgs, type RequestScope, type Sql } from "@huu-nghi/subgraph-kit";
import { Person } from "./person";

export interface PeopleFilter {
  unionId?: string | null | undefined;
  associationId?: string | null | undefined;
  text?: string | null | undefined;
}

export class People {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Person, "id");

  // Out of reach is out of the list, so that neither a total nor a text tells of anybody else.
  private readonly list: List<PeopleFilter> = {
    name: "people",
    order: byName,
    rows: filter => sql`
      select asked.parent, person.id, person.full_name as name from asked cross join person
      where ${this.reached(filter)} and ${contains(["person.full_name"], filter.text)}`,
  };

  page = (filter: PeopleFilter, args: PageArgs) => this.scope.get(Pages).of(this.list, null, filter, args, this.byId);

  /** Whom the roles reach by a membership of the kind that is asked about. */
  private reached({ unionId, associationId }: PeopleFilter): Sql {
    const isOfAll = unionId == null && associationId == null;
    // Whose roles reach every union sees people without a membership too; made-up ones are in no list that does not name theirs.
    if (isOfAll && this.scope.viewer.reaches("officer", [])) return sql`not ${raw(demoRows("person.id"))}`;
    return sql`person.id in (
      select membership.person_id from membership join friendship_association association on association.id = membership.association_id
      where ${this.scope.viewer.within("officer", "association.union_id")}
      ${unionId == null ? empty : sql`and association.union_id = ${unionId}`}
      ${associationId == null ? empty : sql`and association.id = ${associationId}`})`;
  }
}
