import {
  BadInput, changeRow, empty, given, newestFirst, newId, oneBy, Pages, refuseFuture, refuseSecondEnd, sql, standsOn,
  type List, type PageArgs, type RequestScope, type VersionedInput,
} from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { People, Person, personLinks, PersonUnions } from "../person";
import type { CorrectResidenceAbroadInput, CreateResidenceAbroadInput, EndResidenceAbroadInput } from "./overseas.input";
import { checkStay, givenCountry } from "./overseas-rules";
import { ofUnion } from "./overseas-counts";
import { ResidenceAbroad } from "./residence-abroad";

type Changes = Pick<CorrectResidenceAbroadInput, "country" | "since" | "until" | "returned">;

export interface ResidenceFilter {
  unionId?: string | null | undefined;
  includeDescendants: boolean;
  country?: string | null | undefined;
  asOf?: string | null | undefined;
}

const columns = sql`asked.parent, residence.id, partial_start(residence.since) as since`;

export class ResidencesAbroad {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, ResidenceAbroad, "id");

  // Out of reach is out of the list, so that no total tells of anybody else.
  private readonly list: List<ResidenceFilter> = {
    name: "residences abroad",
    order: newestFirst("since"),
    rows: ({ unionId, includeDescendants, country, asOf }) => sql`
      select ${columns} from asked cross join residence_abroad residence
      where residence.person_id in (
        select link.person_id from (${personLinks}) link
        where ${this.scope.viewer.within("officer", "link.union_id")} and ${ofUnion("link.union_id", { unionId, includeDescendants })})
      ${country == null ? empty : sql`and residence.country_code = ${country}`}
      ${asOf == null ? empty : sql`and ${standsOn("residence.since", "residence.until", sql`${asOf}::date`)}`}`,
  };

  private readonly listOfPerson: List<null> = {
    name: "residences abroad of a person",
    order: newestFirst("since"),
    rows: () => sql`select ${columns} from asked join residence_abroad residence on residence.person_id = asked.parent`,
  };

  page = (filter: ResidenceFilter, args: PageArgs) => this.scope.get(Pages).of(this.list, null, filter, args, this.byId);
  ofPerson = (personId: string, args: PageArgs) => this.scope.get(Pages).of(this.listOfPerson, personId, null, args, this.byId);

  async create(input: CreateResidenceAbroadInput): Promise<ResidenceAbroad> {
    const { since, until = null } = input;
    const person = await this.scope.get(People).known(input.person);
    if (!person) throw new BadInput("person", `There is no person ${input.person} whom your roles reach.`);
    const unions = await this.unionsForChange(person.id);
    const row = { id: newId(unions[0] ?? ""), personId: person.id, countryCode: givenCountry(input.country), since, until, returned: input.returned ?? false, sourceId: null };
    checkStay(row, "until");
    refuseFuture("until", until);
    return this.scope.write({ action: "createResidenceAbroad", input }, ResidenceAbroad, async tx => {
      await tx.insert(ResidenceAbroad, row);
      return this.alone(tx, await tx.findOneByOrFail(ResidenceAbroad, { id: row.id }), "since");
    });
  }

  end = (input: EndResidenceAbroadInput) => this.update("endResidenceAbroad", input, { until: input.on, returned: input.returned });
  correct = (input: CorrectResidenceAbroadInput) => this.update("correctResidenceAbroad", input, input);

  private async update(action: string, input: VersionedInput & { on?: string; reason: string }, { country, since, until, returned }: Changes): Promise<ResidenceAbroad> {
    const residence = await this.byId.load(input.id);
    if (!residence || !this.scope.viewer.reaches("officer", await this.scope.get(PersonUnions).ids.load(residence.personId))) {
      throw new BadInput("id", `There is no residence abroad ${input.id} that your roles reach.`);
    }
    await this.unionsForChange(residence.personId);
    const changes = given({ countryCode: country == null ? undefined : givenCountry(country), since: since ?? undefined, until, returned: returned ?? undefined });
    const named = input.on === undefined ? "until" : "on";
    refuseFuture(named, until);
    return this.scope.write({ action, input, reason: input.reason }, ResidenceAbroad, async tx => {
      const after = await changeRow(tx, ResidenceAbroad, input, changes, (wanted, before) => {
        if (input.on !== undefined) refuseSecondEnd("The residence ended", before.until, before, "correctResidenceAbroad");
        checkStay(wanted, named);
      });
      return this.alone(tx, after, changes.since === undefined ? named : "since");
    });
  }

  private async unionsForChange(personId: string): Promise<string[]> {
    const unions = await this.scope.get(PersonUnions).ids.load(personId);
    this.scope.viewer.requireChange(unions);
    return unions;
  }

  /** Throws where a person would live in two countries on a day, by what is certain of both residences. */
  private async alone(tx: EntityManager, residence: ResidenceAbroad, argument: string): Promise<ResidenceAbroad> {
    const { id, personId, since, until } = residence;
    // Held until the change is made, so that of two at once the second one sees the first.
    await tx.findOneOrFail(Person, { where: { id: personId }, lock: { mode: "for_no_key_update" } });
    const others = await tx.query<object[]>(
      `select from residence_abroad where person_id = $1 and id <> $2
         and greatest(partial_end(since), partial_end($3::text)) < least(coalesce(partial_start(until), 'infinity'), coalesce(partial_start($4::text), 'infinity'))`,
      [personId, id, since, until],
    );
    if (others.length > 0) throw new BadInput(argument, "The person has another residence abroad at that time. End that one first, or correct it.");
    return residence;
  }
}
