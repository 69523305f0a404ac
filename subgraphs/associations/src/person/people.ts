import {
  BadInput, byName, changeRow, demoRows, empty, given, givenText, notErased, Pages, personBy, Problem, raw, sql, standsOn, type List, type PageArgs, type RequestScope, type SortKey, type Sql,
} from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { membershipsIn } from "../branch";
import { associationsOfCountry } from "../friendship-association";
import { inUnion } from "../union";
import { checkDays, givenDetails } from "./given-details";
import { Person } from "./person";
import { givenName, nameHolds } from "./person-name";
import { personLinks, PersonUnions } from "./person-unions";
import type { ChangePersonInput, CorrectPersonInput, NewPersonInput } from "./person.input";

type Text = string | null | undefined;

export interface PeopleFilter {
  unionId?: Text;
  includeDescendants?: boolean;
  associationId?: Text;
  branchId?: Text;
  country?: Text;
  asOf?: Text;
  text?: Text;
}

const byGivenName: SortKey[] = [{ column: "given", type: "text", direction: "asc", collated: true }, ...byName];

export class People {
  constructor(private readonly scope: RequestScope) {}

  private readonly row = personBy(this.scope, Person);

  /** The person of an id; of one who was merged into another, that other one. */
  readonly byId = new DataLoader<string, Person | null>(ids =>
    Promise.all(
      ids.map(async id => {
        let person = await this.row.load(id);
        while (person?.mergedInto != null) person = await this.row.load(person.mergedInto);
        return person;
      }),
    ),
  );

  // Out of reach is out of the list, so that neither a total nor a text tells of anybody else.
  private readonly list = (order: SortKey[], name: string): List<PeopleFilter> => ({
    name,
    order,
    rows: filter => sql`
      select asked.parent, person.id, person.full_name as name, ${givenName("person.full_name")} as given from asked cross join person
      where person.merged_into is null and ${notErased("person.id")} and ${this.reached(filter)} and ${nameHolds("person.full_name", filter.text)}`,
  });

  private readonly lists = { GIVEN_NAME: this.list(byGivenName, "people by given name"), FULL_NAME: this.list(byName, "people") };

  page = (filter: PeopleFilter, order: keyof People["lists"], args: PageArgs) => this.scope.get(Pages).of(this.lists[order], null, filter, args, this.byId);

  /** Whom the viewer may know of; null for others, as for one who does not exist. */
  async known(id: string): Promise<Person | null> {
    const person = await this.byId.load(id);
    return person && this.scope.viewer.reaches("officer", await this.scope.get(PersonUnions).ids.load(person.id)) ? person : null;
  }

  /** The same for something that names the person: refused where there is none, and where the id is that of a merged one. */
  async named(id: string, argument: string): Promise<Person> {
    const person = await this.known(id);
    if (!person) throw new BadInput(argument, `There is no person ${id} whom your roles reach.`);
    if (person.id !== id) throw new Problem("CONFLICT", `The person ${id} was merged into ${person.id}. Name that one, or undo the merge.`, { argument, current: person.version });
    return person;
  }

  /** A person as it is written down first. */
  newRow(id: string, { fullName, details }: NewPersonInput): Omit<Person, "version"> {
    const unknown = { phone: null, email: null, address: null, birthDate: null, identityNumber: null, partyJoinedOn: null, religion: null, ethnicity: null, health: null, bankAccount: null };
    const row = { id, fullName: givenText("fullName", fullName), ...unknown, ...givenDetails(details ?? {}), mergedInto: null, sourceId: null };
    checkDays(row);
    return row;
  }

  change = (input: ChangePersonInput) => this.update("changePerson", input);
  correct = (input: CorrectPersonInput) => this.update("correctPerson", input);

  private async update(action: string, input: ChangePersonInput & { reason?: string }): Promise<Person> {
    const { id, fullName, details } = input;
    await this.named(id, "id");
    this.scope.viewer.requireChange(await this.scope.get(PersonUnions).ids.load(id));
    const changes = given({ fullName: fullName == null ? undefined : givenText("fullName", fullName), ...givenDetails(details ?? {}) });
    return this.scope.write({ action, input, reason: input.reason }, Person, tx => changeRow(tx, Person, input, changes, checkDays));
  }

  /** Whom the roles reach by a membership or position of the kind that is asked about. */
  private reached({ unionId, includeDescendants, associationId, branchId, country, asOf }: PeopleFilter): Sql {
    const isOfAll = [unionId, associationId, branchId, country, asOf].every(each => each == null);
    // Whose roles reach every union sees people without a union too; made-up ones are in no list that does not name theirs.
    if (isOfAll && this.scope.viewer.reaches("officer", [])) return sql`not ${raw(demoRows("person.id"))}`;
    const named = unionId == null && associationId == null && branchId == null;
    return sql`person.id in (
      select link.person_id from (${personLinks}) link
      where ${this.scope.viewer.within("officer", "link.union_id")}
      ${unionId == null ? empty : sql`and ${inUnion("link.union_id", unionId, includeDescendants)}`}
      ${associationId == null ? empty : sql`and link.association_id = ${associationId}`}
      ${branchId == null ? empty : sql`and link.membership_id = any(array(${membershipsIn(sql`${branchId}`, asOf ?? null)}))`}
      ${country == null ? empty : sql`and link.association_id in (${associationsOfCountry(country, asOf ?? null)})`}
      ${asOf == null ? empty : sql`and ${standsOn("link.since", "link.until", sql`${asOf}::date`)}`}
      ${named && this.scope.viewer.reaches("officer", []) ? sql`and not ${raw(demoRows("link.union_id"))}` : empty})`;
  }
}
