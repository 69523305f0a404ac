import {
  BadInput, byName, changeParts, changeRow, contains, demoRows, empty, few, findCountry, given, givenLocalizedText, manyBy, oneBy, Pages, raw, refuseFuture, refuseSecondEnd, sql, standsOn,
  type List, type PageArgs, type RequestScope, type VersionedInput,
} from "@huu-nghi/subgraph-kit";
import { unionAndBelow, Unions } from "../union";
import { AssociationCountry } from "./association-country";
import { checkHoldsParts, checkLife, holdWithinUnion } from "./association-life";
import { FriendshipAssociation } from "./friendship-association";
import type { ChangeFriendshipAssociationInput, CorrectFriendshipAssociationInput, CreateFriendshipAssociationInput, EndFriendshipAssociationInput } from "./friendship-association.input";

type Changes = Pick<CorrectFriendshipAssociationInput, "name" | "countries" | "foundedOn" | "namedAsOf" | "dissolvedOn">;

/** Which associations; only those that stand on the day `asOf`. */
export interface StandingFilter {
  asOf: string;
  unionId?: string | null;
  includeDescendants?: boolean;
  country?: string | null;
  text?: string | null;
}

/** Founded on or before the day and not dissolved before it; one of unknown age counts from when it was first named. */
const standing = (asOf: string) => standsOn("coalesce(association.founded_on, association.named_as_of)", "association.dissolved_on", sql`${asOf}::date`);

const matching = ({ asOf, unionId, includeDescendants, country, text }: StandingFilter) => sql`
  ${standing(asOf)}
  ${unionId == null ? empty : includeDescendants ? sql`and association.union_id in (${unionAndBelow(unionId)})` : sql`and association.union_id = ${unionId}`}
  ${country == null ? empty : sql`and exists (select from association_country of where of.association_id = association.id and of.country_code = ${country})`}
  and ${contains(["association.name_vi", "association.name_en"], text)}`;

/** Made-up associations are in no list that does not name their union. */
const real = ({ unionId }: StandingFilter) => (unionId == null ? sql`not ${raw(demoRows("association.id"))}` : sql`true`);

const columns = sql`asked.parent, association.id, coalesce(association.name_vi, association.name_en) as name`;

const all: List<StandingFilter> = {
  name: "associations",
  order: byName,
  rows: filter => sql`select ${columns} from asked cross join friendship_association association where ${matching(filter)} and ${real(filter)}`,
};

const ofUnion: List<StandingFilter> = {
  name: "associations of a union",
  order: byName,
  rows: filter => sql`select ${columns} from asked join friendship_association association on association.union_id = asked.parent where ${matching(filter)}`,
};

const ofCountry: List<StandingFilter> = {
  name: "associations of a country",
  order: byName,
  rows: filter => sql`
    select ${columns} from asked
    join association_country of on of.country_code = asked.parent
    join friendship_association association on association.id = of.association_id
    where ${matching(filter)} and ${real(filter)}`,
};

export class FriendshipAssociations {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, FriendshipAssociation, "id");

  readonly countries = manyBy(this.scope, AssociationCountry, "associationId", (a, b) => a.countryCode.localeCompare(b.countryCode));

  page = (filter: StandingFilter, args: PageArgs) => this.scope.get(Pages).of(all, null, filter, args, this.byId);
  ofUnion = (unionId: string, filter: StandingFilter, args: PageArgs) => this.scope.get(Pages).of(ofUnion, unionId, filter, args, this.byId);
  ofCountry = (code: string, filter: StandingFilter, args: PageArgs) => this.scope.get(Pages).of(ofCountry, code, filter, args, this.byId);

  /** The union to which what belongs to an association belongs. */
  async unionsOf(associationId: string): Promise<string[]> {
    const association = await this.byId.load(associationId);
    return association ? [association.unionId] : [];
  }

  /** The association, for a change of what belongs to it. Throws when there is none, or the viewer may not change it. */
  async forChange(id: string, argument: string): Promise<FriendshipAssociation> {
    const association = await this.byId.load(id);
    if (!association) throw new BadInput(argument, `There is no friendship association ${id}.`);
    this.scope.viewer.requireChange([association.unionId]);
    return association;
  }

  async create(input: CreateFriendshipAssociationInput): Promise<FriendshipAssociation> {
    const { union: unionId, foundedOn = null, namedAsOf = null } = input;
    if (!(await this.scope.get(Unions).byId.load(unionId))) throw new BadInput("union", `There is no union ${unionId}.`);
    this.scope.viewer.requireChange([unionId]);
    const countries = givenCountries(input.countries);
    const id = givenId(input.id, unionId, countries);
    const row = { id, unionId, name: givenLocalizedText("name", input.name), foundedOn, namedAsOf, dissolvedOn: null, sourceId: null };
    checkLife(row, "foundedOn");
    return this.scope.write({ action: "createFriendshipAssociation", input }, FriendshipAssociation, async tx => {
      await holdWithinUnion(tx, row);
      await tx.insert(FriendshipAssociation, row);
      await changeParts(tx, AssociationCountry, { associationId: id }, partsOf(id, countries));
      return tx.findOneByOrFail(FriendshipAssociation, { id });
    });
  }

  change = (input: ChangeFriendshipAssociationInput) => this.update("changeFriendshipAssociation", input, { name: input.name, countries: input.countries });
  end = (input: EndFriendshipAssociationInput) => this.update("endFriendshipAssociation", input, { dissolvedOn: input.on });
  correct = (input: CorrectFriendshipAssociationInput) => this.update("correctFriendshipAssociation", input, input);

  private async update(action: string, input: VersionedInput & { on?: string; reason?: string }, { name, countries, foundedOn, namedAsOf, dissolvedOn }: Changes): Promise<FriendshipAssociation> {
    await this.forChange(input.id, "id");
    const wanted = given({ name: name ? givenLocalizedText("name", name) : undefined, countries: countries ? givenCountries(countries) : undefined, foundedOn, namedAsOf, dissolvedOn });
    const { countries: codes, ...changes } = wanted;
    const named = input.on === undefined ? "dissolvedOn" : "on";
    refuseFuture(named, dissolvedOn);
    return this.scope.write({ action, input, reason: input.reason }, FriendshipAssociation, async tx => {
      const after = await changeRow(tx, FriendshipAssociation, input, changes, (wanted, before) => {
        if (input.on !== undefined) refuseSecondEnd("The association was dissolved", before.dissolvedOn, before, "correctFriendshipAssociation");
        checkLife(wanted, named);
      }, codes !== undefined);
      if (foundedOn != null) await holdWithinUnion(tx, after);
      if (foundedOn !== undefined || dissolvedOn !== undefined) await checkHoldsParts(tx, after, dissolvedOn == null ? "foundedOn" : named);
      if (codes) await changeParts(tx, AssociationCountry, { associationId: after.id }, partsOf(after.id, codes));
      return after;
    });
  }
}

const partsOf = (associationId: string, codes: readonly string[]) => codes.map(countryCode => ({ associationId, countryCode }));

const mostCountries = 20;

const givenCountries = (codes: string[]): readonly string[] => {
  if (codes.length === 0) throw new BadInput("countries", "An association is for at least one country.");
  for (const code of codes) if (!findCountry(code)) throw new BadInput("countries", `${code} is the code of no country.`);
  return few("countries", codes, mostCountries, code => code);
};

const givenId = (id: string | null | undefined, unionId: string, countries: readonly string[]): string => {
  const readable = `${unionId}:${[...countries].sort().join("-").toLowerCase()}`;
  const isLater = id?.startsWith(`${readable}-`) && /^[1-9][0-9]?$/.test(id.slice(readable.length + 1));
  if (id == null || id === readable) return readable;
  if (isLater) return id;
  throw new BadInput("id", `The id is ${readable}, or for a later association of the same countries ${readable}-2.`);
};
