import { byName, contains, demoRows, empty, oneBy, Pages, raw, sql, standsOn, type List, type PageArgs, type RequestScope } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { unionAndBelow } from "../union";
import { FriendshipAssociation } from "./friendship-association";

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

  readonly countryCodes = new DataLoader<string, string[]>(async ids => {
    const rows = await this.scope.rows<{ id: string; code: string }>(
      sql`select association_id as id, country_code as code from association_country where association_id = any(${[...ids]}) order by country_code`,
    );
    return ids.map(id => rows.filter(row => row.id === id).map(({ code }) => code));
  });

  page = (filter: StandingFilter, args: PageArgs) => this.scope.get(Pages).of(all, null, filter, args, this.byId);
  ofUnion = (unionId: string, filter: StandingFilter, args: PageArgs) => this.scope.get(Pages).of(ofUnion, unionId, filter, args, this.byId);
  ofCountry = (code: string, filter: StandingFilter, args: PageArgs) => this.scope.get(Pages).of(ofCountry, code, filter, args, this.byId);
}
