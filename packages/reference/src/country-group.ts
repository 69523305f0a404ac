import { assertDay, type Day, isWithin, type PartialDay } from "./day";
import { type BilingualName, listOf, nameOf } from "./name";
import { once, readTable } from "./table";

/** A group of countries whose members change: an association may be bound to the group, not to its members of one day. */
export interface CountryGroup {
  /** Its usual short name: "ASEAN". */
  readonly id: string;
  readonly name: BilingualName;
  /** Day or year. */
  readonly founded: PartialDay;
  /** Other names in either language. */
  readonly aliases: readonly string[];
  /** Everyone who ever belonged to it, in order of accession. */
  readonly members: readonly GroupMember[];
}

export interface GroupMember {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** First day; a year alone counts from its first day. */
  readonly from: PartialDay;
  /** Last day; null while it belongs. */
  readonly until: PartialDay | null;
}

const table = once(() => {
  const rows = readTable("country-groups.tsv", ["id", "name_en", "name_vi", "founded", "aliases"], ["id"]);
  const members = readTable("country-group-members.tsv", ["group", "country", "from", "until"], ["group", "country", "from"]);
  return new Map(
    rows.map((row): [string, CountryGroup] => [
      row.id,
      {
        id: row.id,
        name: nameOf(row),
        founded: row.founded,
        aliases: listOf(row.aliases, "; "),
        members: members
          .filter((member) => member.group === row.id)
          .map((member) => ({ country: member.country, from: member.from, until: member.until || null })),
      },
    ]),
  );
});

/** All that are recorded. Source: data/country-groups.tsv. */
export function countryGroups(): readonly CountryGroup[] {
  return [...table().values()];
}

/** By its id, in any case; null when it is not recorded. */
export function countryGroup(id: string): CountryGroup | null {
  return table().get(id.toUpperCase()) ?? null;
}

/**
 * Who belonged to a group on a day: alpha-2 codes in alphabetical order; empty before it was founded.
 * Null when the group is not recorded; a RangeError when `onDate` is not a day.
 */
export function membersOf(group: string, onDate: Day): readonly string[] | null {
  assertDay(onDate);
  const known = countryGroup(group);
  if (!known) return null;
  return known.members
    .filter((member) => isWithin(onDate, member.from, member.until))
    .map((member) => member.country)
    .sort();
}
