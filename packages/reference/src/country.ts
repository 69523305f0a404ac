import { type BilingualName, nameOf } from "./name";
import { once, readTable } from "./table";

/** A country or territory to which ISO 3166-1 assigns a code. */
export interface Country {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly code: string;
  /** ISO 3166-1 alpha-3, upper case. */
  readonly alpha3: string;
  /** Short name of Unicode CLDR. */
  readonly name: BilingualName;
}

const table = once(() => {
  const rows = readTable("countries.tsv", ["code", "alpha3", "name_en", "name_vi"], ["code"]);
  return new Map(rows.map((row): [string, Country] => [row.code, { code: row.code, alpha3: row.alpha3, name: nameOf(row) }]));
});

/** All 249, in order of code. Source: ISO 3166-1, CLDR (data/countries.tsv). */
export function countries(): readonly Country[] {
  return [...table().values()];
}

/** Whether ISO 3166-1 assigns this code. Exact: "cz" and "ZZ" are not assigned. */
export function isAssignedCountry(code: string): boolean {
  return table().has(code);
}

/** The name of a country by its alpha-2 code; null when the code is not assigned. */
export function countryName(code: string): BilingualName | null {
  return table().get(code)?.name ?? null;
}
