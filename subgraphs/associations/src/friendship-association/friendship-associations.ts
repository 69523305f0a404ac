import {
  BadInput, changeParts, changeRow, given, givenChangedOn, givenLocalizedText, keepEarlierState, manyBy, oneBy, Pages, refuseFutures, refuseSecondEnd, refuseUnfinished, sql, stateOn, statesOf, untilFirst,
  type PageArgs, type RequestScope, type VersionedInput,
} from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import { decisionOf, newDecision } from "../succession";
import { Unions } from "../union";
import { beginningOf, checkGroups, givenCountries, givenCoverages, givenGroups, requireSome } from "./association-countries";
import { AssociationCountry } from "./association-country";
import { EarlierCoverage, type Covered, type Coverage } from "./association-coverage";
import { AssociationGroup } from "./association-group";
import { checkHoldsParts, checkLife, checkWithinLife, holdWithinUnion } from "./association-life";
import { all, ofCountry, ofUnion, type StandingFilter } from "./association-lists";
import { AssociationName } from "./association-name";
import { checkRenaming, givenNames } from "./association-names";
import { holdPlace, refuseOwnParent } from "./association-place";
import { FriendshipAssociation } from "./friendship-association";
import type { ChangeFriendshipAssociationInput, CorrectFriendshipAssociationInput, CreateFriendshipAssociationInput, EndFriendshipAssociationInput } from "./friendship-association.input";

type Changes = Partial<Omit<CorrectFriendshipAssociationInput, keyof VersionedInput | "reason">>;

export class FriendshipAssociations {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, FriendshipAssociation, "id");

  // Both in one statement, since whoever asks needs both.
  private readonly named = new DataLoader<string, Covered>(async ids => {
    const rows = await this.scope.rows<{ id: string; country: string | null; group: string | null }>(sql`
      select association_id as id, country_code as country, null as group from association_country where association_id = any(${[...ids]})
      union all select association_id, null, group_id from association_group where association_id = any(${[...ids]}) order by country, "group"`);
    const of = (id: string) => rows.filter(row => row.id === id);
    return ids.map(id => ({ countries: of(id).flatMap(({ country }) => country ?? []), groupIds: of(id).flatMap(({ group }) => group ?? []) }));
  });

  readonly earlierNames = manyBy(this.scope, AssociationName, "associationId", untilFirst);

  page = (filter: StandingFilter, args: PageArgs) => this.scope.get(Pages).of(all, null, filter, args, this.byId);
  ofUnion = (unionId: string, filter: StandingFilter, args: PageArgs) => this.scope.get(Pages).of(ofUnion, unionId, filter, args, this.byId);
  ofCountry = (code: string, filter: StandingFilter, args: PageArgs) => this.scope.get(Pages).of(ofCountry, code, filter, args, this.byId);

  isThereOne = async (code: string, filter: StandingFilter): Promise<boolean> => (await this.ofCountry(code, filter, { first: 1 }).totalCount()) > 0;

  private readonly earlierCoverages = manyBy(this.scope, EarlierCoverage, "associationId", untilFirst);

  /** What it is for on a day: countries and groups that are named. */
  coverageOn = async (id: string, day: string): Promise<Covered> => stateOn(await this.earlierCoverages.load(id), await this.coverageNow(id), day);

  coverages = async ({ id, foundedOn }: FriendshipAssociation): Promise<Coverage[]> => statesOf(await this.earlierCoverages.load(id), await this.coverageNow(id), foundedOn);

  /** A change that is asked for again is answered with those that it had. */
  private async coverageNow(id: string): Promise<Covered> {
    const { countries, groupIds } = await this.named.load(id);
    return {
      countries: this.scope.partsThen(AssociationCountry, id)?.map(({ countryCode }) => countryCode) ?? countries,
      groupIds: this.scope.partsThen(AssociationGroup, id)?.map(({ groupId }) => groupId) ?? groupIds,
    };
  }

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
    const { union: unionId, foundedOn = null, namedAsOf = null, level: ownLevel = null, parent: parentId = null } = input;
    if (!(await this.scope.get(Unions).byId.load(unionId))) throw new BadInput("union", `There is no union ${unionId}.`);
    this.scope.viewer.requireChange([unionId]);
    const [countries, groups] = [givenCountries(input.countries ?? []), givenGroups(input.groups ?? [])];
    requireSome(countries, groups);
    const id = givenId(input.id, unionId, [...countries, ...groups]);
    refuseOwnParent(id, parentId);
    const row = { id, unionId, name: givenLocalizedText("name", input.name), foundedOn, namedAsOf, dissolvedOn: null, ownLevel, parentId, ...newDecision(input), sourceId: null };
    refuseFutures({ foundedOn, namedAsOf });
    checkLife(row, "foundedOn");
    checkGroups(beginningOf(row), { countries, groupIds: groups });
    return this.scope.write({ action: "createFriendshipAssociation", input }, FriendshipAssociation, async tx => {
      await holdWithinUnion(tx, row);
      await tx.insert(FriendshipAssociation, row);
      await changeIsFor(tx, id, countries, groups);
      const made = await tx.findOneByOrFail(FriendshipAssociation, { id });
      await holdPlace(tx, made);
      return made;
    });
  }

  change(input: ChangeFriendshipAssociationInput) {
    const { name, countries, groups, level, parent, renamedOn, changedOn } = input;
    if (changedOn != null && countries == null && groups == null) throw new BadInput("changedOn", "changedOn says from when it is for other countries or groups: give those, too.");
    return this.update("changeFriendshipAssociation", input, { name, countries, groups, level, parent }, { renamedOn, coveredFrom: givenChangedOn(changedOn) });
  }

  end = (input: EndFriendshipAssociationInput) => this.update("endFriendshipAssociation", input, { dissolvedOn: input.on });
  correct = (input: CorrectFriendshipAssociationInput) => this.update("correctFriendshipAssociation", input, input);

  private async update(action: string, input: VersionedInput & { on?: string; reason?: string }, wanted: Changes, { renamedOn, coveredFrom }: Events = {}): Promise<FriendshipAssociation> {
    const { id } = await this.forChange(input.id, "id");
    const { countries, groups, earlierNames, earlierCoverages, ...changes } = givenChanges(id, wanted);
    const { foundedOn, dissolvedOn } = changes;
    const named = input.on === undefined ? "dissolvedOn" : "on";
    refuseFutures({ foundedOn, namedAsOf: changes.namedAsOf, [named]: dissolvedOn });
    refuseUnfinished("renamedOn", renamedOn);
    refuseOwnParent(id, changes.parentId);
    if (renamedOn != null && !changes.name) throw new BadInput("renamedOn", "renamedOn says from when it has its new name: give that name, too.");
    return this.scope.write({ action, input, reason: input.reason }, FriendshipAssociation, async tx => {
      let nameBefore: FriendshipAssociation["name"] | undefined;
      const after = await changeRow(tx, FriendshipAssociation, input, changes, (wanted, before) => {
        if (input.on !== undefined) refuseSecondEnd("The association was dissolved", before.dissolvedOn, before, "correctFriendshipAssociation");
        checkLife(wanted, named);
        nameBefore = before.name;
      }, (countries ?? groups ?? earlierNames ?? earlierCoverages) !== undefined);
      if (foundedOn != null) await holdWithinUnion(tx, after);
      if ([changes.ownLevel, changes.parentId, foundedOn].some(each => each !== undefined)) await holdPlace(tx, after);
      const was = countries ?? groups ? await covered(tx, id) : undefined;
      if (countries ?? groups) await changeIsFor(tx, id, countries, groups);
      if (was && coveredFrom !== undefined) await this.keepCoverage(tx, after, was, coveredFrom);
      if (earlierCoverages) await changeParts(tx, EarlierCoverage, { associationId: id }, earlierCoverages);
      if ([countries, groups, earlierCoverages, foundedOn, changes.namedAsOf].some(each => each !== undefined)) await this.holdGroups(tx, after);
      if (earlierNames) await changeParts(tx, AssociationName, { associationId: id }, earlierNames);
      const [said] = Object.entries({ [named]: dissolvedOn, foundedOn, earlierNames, earlierCoverages }).flatMap(([argument, value]) => (value == null ? [] : [argument]));
      if (said !== undefined) await checkHoldsParts(tx, after, said);
      if (renamedOn != null) await this.rename(tx, after, nameBefore!, renamedOn);
      return after;
    });
  }

  private async holdGroups(tx: EntityManager, association: FriendshipAssociation): Promise<void> {
    const earlier = (await tx.findBy(EarlierCoverage, { associationId: association.id })).sort(untilFirst);
    const states = [...earlier, await covered(tx, association.id)];
    states.forEach((state, at) => checkGroups(at === 0 ? beginningOf(association) : ["changedOn", earlier[at - 1]!.until], state));
  }

  private async keepCoverage(tx: EntityManager, association: FriendshipAssociation, was: Covered, changedOn: string): Promise<void> {
    const { id: associationId, foundedOn, namedAsOf, dissolvedOn } = association;
    if (JSON.stringify(was) === JSON.stringify(await covered(tx, associationId))) return;
    await keepEarlierState(tx, EarlierCoverage, { associationId }, was, changedOn, { began: foundedOn ?? namedAsOf, ended: dissolvedOn, correct: "correctFriendshipAssociation" });
  }

  private async rename(tx: EntityManager, association: FriendshipAssociation, name: FriendshipAssociation["name"], until: string): Promise<void> {
    const { id: associationId } = association;
    checkWithinLife(association, until, "renamedOn");
    checkRenaming((await tx.findBy(AssociationName, { associationId })).sort(untilFirst), until);
    await tx.insert(AssociationName, { associationId, until, name });
  }
}

/** From when what changes is so. */
interface Events {
  renamedOn?: string | null | undefined;
  coveredFrom?: string;
}

const givenChanges = (id: string, { name, countries, groups, earlierNames, earlierCoverages, level, parent, foundedOn, namedAsOf, dissolvedOn, ...decision }: Changes) =>
  given({
    name: name ? givenLocalizedText("name", name) : undefined,
    countries: countries ? givenCountries(countries) : undefined,
    groups: groups ? givenGroups(groups) : undefined,
    earlierNames: earlierNames ? givenNames(id, earlierNames) : undefined,
    earlierCoverages: earlierCoverages ? givenCoverages(id, earlierCoverages) : undefined,
    ownLevel: level,
    parentId: parent,
    foundedOn,
    namedAsOf,
    dissolvedOn,
    ...decisionOf(decision),
  });

/** Sets the countries and groups that an association is for; what is not given stays. */
const changeIsFor = async (tx: EntityManager, associationId: string, countries: readonly string[] | undefined, groups: readonly string[] | undefined): Promise<void> => {
  if (countries) await changeParts(tx, AssociationCountry, { associationId }, countries.map(countryCode => ({ associationId, countryCode })));
  if (groups) await changeParts(tx, AssociationGroup, { associationId }, groups.map(groupId => ({ associationId, groupId })));
  const now = await covered(tx, associationId);
  requireSome(now.countries, now.groupIds);
};

const covered = async (tx: EntityManager, associationId: string): Promise<Covered> => {
  const [named, inGroups] = [await tx.findBy(AssociationCountry, { associationId }), await tx.findBy(AssociationGroup, { associationId })];
  return { countries: named.map(({ countryCode }) => countryCode).sort(), groupIds: inGroups.map(({ groupId }) => groupId).sort() };
};

const givenId = (id: string | null | undefined, unionId: string, isFor: readonly string[]): string => {
  const readable = `${unionId}:${[...isFor].sort().join("-").toLowerCase()}`;
  const isLater = id?.startsWith(`${readable}-`) && /^[1-9][0-9]?$/.test(id.slice(readable.length + 1));
  if (id == null || id === readable) return readable;
  if (isLater) return id;
  throw new BadInput("id", `The id is ${readable}, or for a later association of the same countries ${readable}-2.`);
};
