import { countryGroup } from "@huu-nghi/reference";
import { LocalDate, LocalizedText, Open, referenceData, RequestScope, today } from "@huu-nghi/subgraph-kit";
import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import { Country } from "../country";
import { Unions } from "../union";
import { countriesOn } from "./association-countries";
import { Coverage, type Covered } from "./association-coverage";
import { nameOn, namesOf } from "./association-names";
import { levelOf } from "./association-place";
import { CountryGroup } from "./country-group";
import { AssociationLevel, FriendshipAssociation } from "./friendship-association";
import { FriendshipAssociations } from "./friendship-associations";
import { NameInTime } from "./name-in-time";

const onToday = "On this day; today when not given.";

@Resolver(() => FriendshipAssociation)
export class AssociationPlaceResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [Country], { description: "The countries that it is for: those that are named, and the members of its groups on a day. In the order of their codes." })
  async countries(@Root() { id }: FriendshipAssociation, @Arg("asOf", () => LocalDate, { nullable: true, description: onToday }) asOf?: string | null): Promise<Country[]> {
    const { countries, groupIds } = await this.scope.get(FriendshipAssociations).coverageOn(id, asOf ?? today());
    return countriesOn(countries, groupIds, asOf ?? today()).map(code => ({ code }));
  }

  @FieldResolver(() => [CountryGroup], { description: "The groups of countries that it is for, such as ASEAN; most have none." })
  async groups(@Root() { id }: FriendshipAssociation, @Arg("asOf", () => LocalDate, { nullable: true, description: onToday }) asOf?: string | null): Promise<CountryGroup[]> {
    return groupsOf(await this.scope.get(FriendshipAssociations).coverageOn(id, asOf ?? today()));
  }

  @FieldResolver(() => [Coverage], { description: "All that it was for, the first countries and groups first; the last ones are those of now." })
  coverages(@Root() association: FriendshipAssociation): Promise<Coverage[]> {
    return this.scope.get(FriendshipAssociations).coverages(association);
  }

  @FieldResolver(() => AssociationLevel, { description: "Its level; where nothing else is said, that of its union." })
  async level(@Root() association: FriendshipAssociation): Promise<AssociationLevel> {
    return levelOf(association, (await this.scope.get(Unions).byId.load(association.unionId))!);
  }

  @FieldResolver(() => FriendshipAssociation, { nullable: true, description: "The association of a higher level that it belongs to; null where none is known." })
  parent(@Root() { parentId }: FriendshipAssociation) {
    return parentId === null ? null : this.scope.get(FriendshipAssociations).byId.load(parentId);
  }

  @FieldResolver(() => [NameInTime], { description: "All its names, the first one first; the last one is `name`." })
  async names(@Root() association: FriendshipAssociation): Promise<NameInTime[]> {
    return namesOf(association, await this.scope.get(FriendshipAssociations).earlierNames.load(association.id));
  }

  @FieldResolver(() => LocalizedText, { description: "What it was called on a day." })
  async nameOn(@Root() association: FriendshipAssociation, @Arg("day", () => LocalDate, { description: "The day." }) day: string): Promise<LocalizedText> {
    return nameOn(await this.names(association), day);
  }
}

const groupsOf = ({ groupIds }: Covered): CountryGroup[] => groupIds.flatMap(id => countryGroup(id) ?? []).map(({ id, name }) => ({ id, name: { ...name, ownTranslation: null } }));

@Resolver(() => CountryGroup)
export class CountryGroupResolver {
  @Open(referenceData)
  @FieldResolver(() => [Country], { description: "Its members on a day, in the order of their codes; none before it was founded." })
  countries(@Root() { id }: CountryGroup, @Arg("asOf", () => LocalDate, { nullable: true, description: onToday }) asOf?: string | null): Country[] {
    return countriesOn([], [id], asOf ?? today()).map(code => ({ code }));
  }
}
