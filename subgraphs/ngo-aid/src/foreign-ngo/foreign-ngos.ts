import { byName, contains, demoRows, empty, manyBy, oneBy, Pages, raw, sql, standsOn, type List, type PageArgs, type RequestScope, type Sql } from "@huu-nghi/subgraph-kit";
import { ForeignNgo, ForeignNgoAlias } from "./foreign-ngo";
import { Registration, RegistrationArea } from "./registration";

/** Which NGOs. Without a union those of demo unions are left out. */
export interface NgoFilter {
  unionId?: string | null;
  country?: string | null;
  /** At work on this day: a registration is valid, or a project runs. */
  activeOn?: string | null;
  text?: string | null;
}

const atWork = (unionId: string | null | undefined, activeOn: string | null | undefined): Sql => {
  if (unionId == null && activeOn == null) return empty;
  const area = unionId == null ? sql`true` : sql`activity.union_id = ${unionId}`;
  const day = activeOn == null ? sql`true` : standsOn("activity.since", "activity.until", sql`${activeOn}::date`);
  return sql`and exists (select from ngo_activity activity where activity.ngo_id = ngo.id and ${area} and ${day})`;
};

const named = (text: string | null | undefined) => sql`
  and (${contains(["ngo.name_vi", "ngo.name_en"], text)} or exists (select from foreign_ngo_alias called where called.ngo_id = ngo.id and ${contains(["called.alias"], text)}))`;

const matching = ({ unionId, country, activeOn, text }: NgoFilter): Sql => sql`
  ${unionId == null ? sql`not ${raw(demoRows("ngo.id"))}` : sql`true`}
  ${country == null ? empty : sql`and ngo.country_code = ${country}`}
  ${atWork(unionId, activeOn)}
  ${named(text)}`;

const columns = sql`asked.parent, ngo.id, coalesce(ngo.name_vi, ngo.name_en) as name`;

const all: List<NgoFilter> = {
  name: "foreign NGOs",
  order: byName,
  rows: filter => sql`select ${columns} from asked cross join foreign_ngo ngo where ${matching(filter)}`,
};

const ofCountry: List<NgoFilter> = {
  name: "foreign NGOs of a country",
  order: byName,
  rows: filter => sql`select ${columns} from asked join foreign_ngo ngo on ngo.country_code = asked.parent where ${matching(filter)}`,
};

const latestFirst = (a: Registration, b: Registration) => (b.issuedOn ?? "").localeCompare(a.issuedOn ?? "") || a.number.localeCompare(b.number);

export class ForeignNgos {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, ForeignNgo, "id");
  readonly aliases = manyBy(this.scope, ForeignNgoAlias, "ngoId", (a, b) => a.alias.localeCompare(b.alias));
  readonly registrations = manyBy(this.scope, Registration, "ngoId", latestFirst);
  readonly areas = manyBy(this.scope, RegistrationArea, "registrationId", (a, b) => a.unionId.localeCompare(b.unionId));

  page = (filter: NgoFilter, args: PageArgs) => this.scope.get(Pages).of(all, null, filter, args, this.byId);
  ofCountry = (code: string, filter: NgoFilter, args: PageArgs) => this.scope.get(Pages).of(ofCountry, code, filter, args, this.byId);
}
