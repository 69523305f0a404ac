import { countryGroup, countryGroups, membersOf } from "@huu-nghi/reference";
import { BadInput, endOf, few, findCountry, refuseUnfinished, sql, startOf, statesOn, statesOverTime, type Sql } from "@huu-nghi/subgraph-kit";
import { coverageNow, earlierCoverages, type EarlierCoverage } from "./association-coverage";
import type { EarlierCoverageInput } from "./friendship-association.input";

const most = 20;

export const givenCountries = (codes: readonly string[]): readonly string[] => {
  for (const code of codes) {
    if (!findCountry(code)) throw new BadInput("countries", `${code} is the code of no country.`);
    if (code === "VN") throw new BadInput("countries", "An association is of Viet Nam and other countries: name those alone.");
  }
  return few("countries", codes, most, code => code);
};

/** The group's id as it is written. */
export const givenGroup = (argument: string, id: string): string => {
  const group = countryGroup(id);
  if (group) return group.id;
  throw new BadInput(argument, `No group of countries has the id ${id}; there are ${countryGroups().map(each => each.id).join(", ")}.`);
};

export const givenGroups = (ids: readonly string[]): readonly string[] => few("groups", ids.map(id => givenGroup("groups", id)), most, id => id);

export const requireSome = (countries: readonly string[], groups: readonly string[]): void => {
  if (countries.length + groups.length === 0) throw new BadInput("countries", "An association is for at least one country or group of countries. Name it in countries or in groups.");
};

/** When an association began, and the argument that says so. */
export const beginningOf = ({ foundedOn, namedAsOf }: { foundedOn: string | null; namedAsOf: string | null }): [argument: string, began: string | null] =>
  foundedOn === null ? ["namedAsOf", namedAsOf] : ["foundedOn", foundedOn];

/** Throws where what is for groups alone began, for certain, before one of them did. */
export const checkGroups = ([argument, began]: [argument: string, began: string | null], { countries, groupIds }: { countries: readonly string[]; groupIds: readonly string[] }): void => {
  if (began === null || countries.length > 0) return;
  for (const group of groupIds.flatMap(id => countryGroup(id) ?? [])) {
    if (endOf(began) < startOf(group.founded)) throw new BadInput(argument, `${argument} is ${began}, and ${group.id} was founded in ${group.founded}. Correct the date, or name the countries that the association was for before.`);
  }
};

/** The countries that are named, and the members of the groups on a day, each once and in the order of their codes. */
export const countriesOn = (countries: readonly string[], groups: readonly string[], day: string): string[] =>
  [...new Set([...countries, ...groups.flatMap(group => membersOf(group, day) ?? [])])].sort();

const mostEarlier = 20;

export const givenCoverages = (associationId: string, earlier: readonly EarlierCoverageInput[]): EarlierCoverage[] => {
  for (const { until } of earlier) refuseUnfinished("earlierCoverages", until);
  return few("earlierCoverages", earlier, mostEarlier, ({ until }) => endOf(until)).map(({ until, countries, groups }) => {
    const covered = { countries: [...givenCountries(countries ?? [])].sort(), groupIds: [...givenGroups(groups ?? [])].sort() };
    requireSome(covered.countries, covered.groupIds);
    return { associationId, until, ...covered };
  });
};

/** Of the associations that were for others on a day than now, for which. */
const otherwiseOn = (day: string) => statesOn(earlierCoverages, sql`${day}::date`);
/** That an association is for the same on a day as now. */
const isAsNow = (day: string) => sql`association_id not in (select association_id from association_coverage where partial_end(until) > ${day}::date)`;

/** The ids of associations that are for a country on a day, by its name or as a member of a group. `country` is an expression. */
export const associationsFor = (country: Sql, day: string): Sql => {
  const groups = countryGroups().flatMap(({ id }) => (membersOf(id, day) ?? []).map(code => ({ id, code })));
  const members = sql`unnest(${groups.map(({ id }) => id)}::text[], ${groups.map(({ code }) => code)}::text[]) as member (group_id, member_code)`;
  return sql`
    select association_id from association_country where country_code = ${country} and ${isAsNow(day)}
    union select association_id from association_group join ${members} using (group_id) where member_code = ${country} and ${isAsNow(day)}
    union select was.id from (${otherwiseOn(day)}) was where ${country} = any(was.countries) or exists (select from ${members} where group_id = any(was.group_ids) and member_code = ${country})`;
};

/** The ids of associations that are for a group on a day. */
export const associationsForGroup = (group: string, day: string): Sql => sql`
  select association_id from association_group where group_id = ${group} and ${isAsNow(day)}
  union all select was.id from (${otherwiseOn(day)}) was where ${group} = any(was.group_ids)`;

const known = countryGroups().flatMap(({ id, members }) => members.map(({ country, from, until }) => ({ id, country, from: startOf(from), until: until === null ? null : endOf(until) })));

/** Every country of every association, with the first and the last day on which it was for it, by its name or by a group that had it as a member; null for open. */
export const allCountries: Sql = sql`
  with coverage as materialized (${statesOverTime(earlierCoverages, coverageNow)})
  select id as association_id, country_code, first_day, last_day from coverage cross join lateral unnest(countries) as named (country_code)
  union all select association_id, country_code, first_day, last_day from (
    select coverage.id as association_id, member.country_code, greatest(coverage.first_day, member.from_day) as first_day, least(coverage.last_day, member.until_day) as last_day
    from coverage join unnest(${known.map(({ id }) => id)}::text[], ${known.map(({ country }) => country)}::text[], ${known.map(({ from }) => from)}::date[], ${known.map(({ until }) => until)}::date[])
      as member (group_id, country_code, from_day, until_day) on member.group_id = any(coverage.group_ids)
  ) of_group where coalesce(first_day <= last_day, true)`;

/** The ids of associations that are for a country on a day or, without one, at any time. */
export const associationsOfCountry = (country: string, day: string | null): Sql =>
  day === null ? sql`select association_id from (${allCountries}) of where country_code = ${country}` : associationsFor(sql`${country}`, day);
