import { demoRows, empty, newestFirst, oneBy, Pages, raw, Source, sql, type List, type PageArgs, type RequestScope, type Sql } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { inUnion } from "../union";
import { OverseasNumber } from "./overseas-number";
import type { OverseasCounts, OverseasFilter, OverseasOfCountry, OverseasVietnamese } from "./overseas-vietnamese";

/** Made-up unions are counted only where they are named. */
export const ofUnion = (column: string, { unionId, includeDescendants }: Pick<OverseasFilter, "unionId" | "includeDescendants">): Sql =>
  unionId == null ? sql`not ${raw(demoRows(column))}` : inUnion(column, unionId, includeDescendants);

/** Members whose stay abroad, or return, has begun by the day. */
const begun = (filter: OverseasFilter) => sql`overseas_member where ${ofUnion("union_id", filter)} and since <= ${filter.asOf}::date`;
const said = (filter: OverseasFilter) => sql`overseas_number said where ${ofUnion("said.union_id", filter)} and partial_end(said.stated_as_of) <= ${filter.asOf}::date`;

const counts = ({ asOf }: OverseasFilter) => {
  const people = (state: string) => sql`(count(distinct person_id) filter (where state = ${state} and (until is null or until >= ${asOf}::date)))::int`;
  return sql`${people("ABROAD")} as "membersAbroad", ${people("RETURNED")} as returnees`;
};

const countries: List<OverseasFilter> = {
  name: "overseas Vietnamese by country",
  order: [{ column: "abroad", type: "int", direction: "desc" }],
  rows: filter => sql`
    select asked.parent, country.code as id, country.abroad from asked cross join (
      select country_code as code, max(abroad)::int as abroad from (
        select country_code, count(distinct person_id) filter (where state = 'ABROAD' and (until is null or until >= ${filter.asOf}::date)) as abroad from ${begun(filter)} group by country_code
        union all select distinct said.country_code, 0 from ${said(filter)} and said.country_code is not null
      ) known group by country_code) country`,
};

const numbers: List<OverseasFilter & { ofCountry: boolean }> = {
  name: "reported numbers of overseas Vietnamese",
  order: newestFirst("stated"),
  rows: filter => sql`
    select asked.parent, said.id, partial_end(said.stated_as_of) as stated from asked cross join ${said(filter)}
    ${filter.ofCountry ? sql`and said.country_code = asked.parent` : empty}`,
};

/** How many overseas Vietnamese there are, by records of people and by what sources say. */
export class Overseas {
  constructor(private readonly scope: RequestScope) {}

  readonly numberById = oneBy(this.scope, OverseasNumber, "id");
  readonly source = oneBy(this.scope, Source, "id");

  async of(asked: OverseasFilter): Promise<OverseasVietnamese> {
    const [found] = await this.scope.rows<OverseasCounts>(sql`select ${counts(asked)} from ${begun(asked)} having count(*) > 0`);
    return { asOf: asked.asOf, asked, membersAbroad: found?.membersAbroad ?? null, returnees: found?.returnees ?? null };
  }

  countries = (asked: OverseasFilter, args: PageArgs) => this.scope.get(Pages).of(countries, null, asked, args, this.ofCountries(asked));

  /** What sources say; of one country, or of all and of none in particular. */
  numbers = (asked: OverseasFilter, country: string | null, args: PageArgs) =>
    this.scope.get(Pages).of(numbers, country, { ...asked, ofCountry: country !== null }, args, this.numberById);

  private ofCountries(asked: OverseasFilter) {
    return new DataLoader<string, OverseasOfCountry | null>(async codes => {
      const rows = await this.scope.rows<OverseasCounts & { code: string }>(sql`
        select country_code as code, ${counts(asked)} from ${begun(asked)} and country_code = any(${[...codes]}) group by country_code`);
      const found = new Map(rows.map(row => [row.code, row]));
      return codes.map(code => ({ country: { code }, asked, membersAbroad: found.get(code)?.membersAbroad ?? null, returnees: found.get(code)?.returnees ?? null }));
    });
  }
}
