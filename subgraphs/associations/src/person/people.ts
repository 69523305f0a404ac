import {
  BadInput, byName, changeRow, contains, demoRows, empty, given, givenText, oneBy, Pages, raw, sql, type List, type PageArgs, type RequestScope, type Sql,
} from "@huu-nghi/subgraph-kit";
import { checkDays, givenDetails } from "./given-details";
import { Person } from "./person";
import { PersonUnions } from "./person-unions";
import type { ChangePersonInput, CorrectPersonInput, CreatePersonInput } from "./person.input";

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

  /** Whom the viewer may know of; null for others, as for one who does not exist. */
  async known(id: string): Promise<Person | null> {
    const person = await this.byId.load(id);
    return person && this.scope.viewer.reaches("officer", await this.scope.get(PersonUnions).ids.load(id)) ? person : null;
  }

  /** A person as it is written down first. */
  newRow(id: string, { fullName, details }: CreatePersonInput): Omit<Person, "version"> {
    const unknown = { phone: null, email: null, address: null, birthDate: null, identityNumber: null, partyJoinedOn: null, religion: null, ethnicity: null, health: null, bankAccount: null };
    const row = { id, fullName: givenText("fullName", fullName), ...unknown, ...givenDetails(details ?? {}), sourceId: null };
    checkDays(row);
    return row;
  }

  change = (input: ChangePersonInput) => this.update("changePerson", input);
  correct = (input: CorrectPersonInput) => this.update("correctPerson", input);

  private async update(action: string, input: ChangePersonInput & { reason?: string }): Promise<Person> {
    const { id, fullName, details } = input;
    if (!(await this.known(id))) throw new BadInput("id", `There is no person ${id} whom your roles reach.`);
    this.scope.viewer.requireChange(await this.scope.get(PersonUnions).ids.load(id));
    const changes = given({ fullName: fullName == null ? undefined : givenText("fullName", fullName), ...givenDetails(details ?? {}) });
    return this.scope.write({ action, input, reason: input.reason }, Person, tx => changeRow(tx, Person, input, changes, checkDays));
  }

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
