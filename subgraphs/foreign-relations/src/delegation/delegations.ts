import { demoRows, empty, idsBy, newestFirst, oneBy, Pages, raw, sql, type List, type PageArgs, type RequestScope, type Sql } from "@huu-nghi/subgraph-kit";
import { Delegation, type DelegationDirection } from "./delegation";

/** Which delegations; a union's are those that it, or one of its associations, receives, sends or joins. */
export interface DelegationFilter {
  unionId?: string | null;
  country?: string | null;
  direction?: DelegationDirection | null;
  from?: string | null;
  to?: string | null;
}

// A partial date lies in a period when the whole span that it names does.
const matching = ({ unionId, country, direction, from, to }: DelegationFilter) => sql`
  true
  ${unionId == null ? empty : sql`and exists (select from delegation_host host where host.delegation_id = delegation.id and host.union_id = ${unionId})`}
  ${country == null ? empty : sql`and exists (select from delegation_country of where of.delegation_id = delegation.id and of.country_code = ${country})`}
  ${direction == null ? empty : sql`and delegation.direction = ${direction}`}
  ${from == null ? empty : sql`and partial_start(delegation.arrived_on) >= ${from}::date`}
  ${to == null ? empty : sql`and partial_end(delegation.arrived_on) <= ${to}::date`}`;

// Delegations of demo unions are in a list only where their union, or one of its associations, is asked for.
const isAskedFor = ({ unionId }: DelegationFilter) => (unionId == null ? sql`and not (${raw(demoRows("delegation.id"))})` : empty);

const columns = sql`asked.parent, delegation.id, partial_start(delegation.arrived_on) as date, delegation.headcount`;
// The sum of no known headcount is null.
const totals = sql`count(*)::int as "totalCount", sum(headcount)::int as "totalHeadcount"`;

/** A list of the delegations that a table links to what is asked for; a delegation with two links is in it once. */
const linkedBy = (name: string, table: string, column: string, shown: (filter: DelegationFilter) => Sql = () => empty): List<DelegationFilter> => ({
  name,
  order: newestFirst("date"),
  totals,
  rows: filter => sql`
    select ${columns} from asked
    join (select distinct delegation_id, ${raw(column)} as linked from ${raw(table)}) link on link.linked = asked.parent
    join delegation on delegation.id = link.delegation_id
    where ${matching(filter)} ${shown(filter)}`,
});

const all: List<DelegationFilter> = {
  name: "delegations",
  order: newestFirst("date"),
  totals,
  rows: filter => sql`select ${columns} from asked cross join delegation where ${matching(filter)} ${isAskedFor(filter)}`,
};
const ofAssociation = linkedBy("delegations of an association", "delegation_host", "association_id");
const ofCountry = linkedBy("delegations with a country", "delegation_country", "country_code", isAskedFor);
const ofNgo = linkedBy("delegations with an NGO", "delegation_ngo", "ngo_id");

export class Delegations {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Delegation, "id");
  readonly countryCodes = idsBy(
    this.scope,
    ids => sql`select delegation_id as parent, country_code as id from delegation_country where delegation_id = any(${ids}) order by country_code`,
  );

  page = (filter: DelegationFilter, args: PageArgs) => this.read(all, null, filter, args);
  ofAssociation = (id: string, filter: DelegationFilter, args: PageArgs) => this.read(ofAssociation, id, filter, args);
  ofCountry = (code: string, filter: DelegationFilter, args: PageArgs) => this.read(ofCountry, code, filter, args);
  ofNgo = (id: string, args: PageArgs) => this.read(ofNgo, id, {}, args);

  private read = (list: List<DelegationFilter>, parent: string | null, filter: DelegationFilter, args: PageArgs) =>
    this.scope.get(Pages).of(list, parent, filter, args, this.byId);
}
