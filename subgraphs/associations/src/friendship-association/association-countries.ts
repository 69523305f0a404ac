import { countryGroup, countryGroups, membersOf } from "@huu-nghi/reference";
import { BadInput, endOf, few, findCountry, raw, sql, startOf, type Sql } from "@huu-nghi/subgraph-kit";

const most = 20;

export const givenCountries = (codes: readonly string[]): readonly string[] => {
  for (const code of codes) if (!findCountry(code)) throw new BadInput("countries", `${code} is the code of no country.`);
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

/** Throws where what is for groups alone began, for certain, before one of them did. */
export const checkGroups = ({ foundedOn, namedAsOf }: { foundedOn: string | null; namedAsOf: string | null }, countries: readonly string[], groups: readonly string[]): void => {
  const [argument, began] = foundedOn === null ? ["namedAsOf", namedAsOf] : ["foundedOn", foundedOn];
  if (began === null || countries.length > 0) return;
  for (const group of groups.flatMap(id => countryGroup(id) ?? [])) {
    if (endOf(began) < startOf(group.founded)) throw new BadInput(argument, `${argument} is ${began}, and ${group.id} was founded in ${group.founded}. Correct the date, or name the countries that the association was for before.`);
  }
};

/** The countries that are named, and the members of the groups on a day, each once and in the order of their codes. */
export const countriesOn = (countries: readonly string[], groups: readonly string[], day: string): string[] =>
  [...new Set([...countries, ...groups.flatMap(group => membersOf(group, day) ?? [])])].sort();

/** The ids of associations that are for a country on a day, by its name or as a member of a group. `country` is an expression. */
export const associationsFor = (country: Sql, day: string): Sql => {
  const members = countryGroups().flatMap(({ id }) => (membersOf(id, day) ?? []).map(code => ({ id, code })));
  return sql`
    select association_id from association_country where country_code = ${country}
    union select association_id from association_group
    join unnest(${members.map(({ id }) => id)}::text[], ${members.map(({ code }) => code)}::text[]) as member (group_id, member_code) using (group_id)
    where member_code = ${country}`;
};

const known = countryGroups().flatMap(({ id, members }) => members.map(({ country, from, until }) => ({ id, country, from: startOf(from), until: until === null ? null : endOf(until) })));

/** Every country of every association, with the first and last day on which a group had it; null for one that is named. */
export const allCountries: Sql = sql`
  select association_id, country_code, null as from_day, null as last_day from association_country
  union all select association_id, member.country_code, member.from_day, member.last_day from association_group
  join unnest(${known.map(({ id }) => id)}::text[], ${known.map(({ country }) => country)}::text[], ${known.map(({ from }) => from)}::text[], ${known.map(({ until }) => until)}::text[])
    as member (group_id, country_code, from_day, last_day) using (group_id)`;

/** The later one of two dates, or the earlier one; null counts as none. */
export const later = (a: string, b: string): Sql => raw(`case when partial_end(${b}) > partial_end(${a}) or ${a} is null then ${b} else ${a} end`);
export const earlier = (a: string, b: string): Sql => raw(`case when partial_end(${b}) < partial_end(${a}) or ${a} is null then ${b} else ${a} end`);
