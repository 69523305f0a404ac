import { countries } from "./country";
import { countryGroups, membersOf } from "./country-group";
import { type Day, today } from "./day";
import { formerStates } from "./former-state";
import { foldText, listOf } from "./name";
import { once, readTable } from "./table";

/** What a text that names countries means. */
export interface FoundCountries {
  /** Today's alpha-2 codes: one for a country, more for a pair ("Czech - Slovakia"), a former state or a group. */
  readonly codes: readonly string[];
  /** By which table it was found. */
  readonly via: "name" | "alias" | "former-state" | "group";
  /** The code of the former state or the id of the group; null for names and aliases. */
  readonly of: string | null;
}

const aliasTable = once(() => readTable("country-aliases.tsv", ["alias", "language", "codes", "note"], ["alias", "language"]));

/** Each entry as its table has it, in the order in which tables are asked. */
export function countryNameEntries(): { text: string; found: FoundCountries }[] {
  return [
    ...countries().flatMap(({ code, name }) =>
      [name.vi, name.en].map((text) => ({ text, found: { codes: [code], via: "name" as const, of: null } })),
    ),
    ...aliasTable().map((row) => ({
      text: row.alias,
      found: { codes: listOf(row.codes, " "), via: "alias" as const, of: null },
    })),
    ...formerStates().flatMap((state) =>
      [state.name.vi, state.name.en, ...state.aliases].map((text) => ({
        text,
        found: { codes: state.successors, via: "former-state" as const, of: state.code },
      })),
    ),
    ...countryGroups().flatMap((group) =>
      [group.id, group.name.vi, group.name.en, ...group.aliases].map((text) => ({
        text,
        found: { codes: [], via: "group" as const, of: group.id },
      })),
    ),
  ];
}

/** Folded, and without what makes no difference to the name of a country: "the", "nước", "and", dots between initials. */
export function countryKey(text: string): string {
  return foldText(text)
    .replace(/^(the|nuoc) /, "")
    .replace(/ (and|va) /g, " ")
    .replace(/\bst /g, "saint ")
    .replace(/\b([a-z]) (?=[a-z]\b)/g, "$1");
}

const index = once(() => {
  const known = new Map<string, FoundCountries>();
  for (const { text, found } of countryNameEntries()) {
    const key = countryKey(text);
    if (!known.has(key)) known.set(key, found);
  }
  return known;
});

/**
 * The countries that a text names, in Vietnamese or English, whole: "Korea", "Lao PDR", "Tiệp Khắc", "ASEAN", "Czech – Slovakia".
 * Case, accents, dashes and a leading "the" make no difference; codes of ISO are not names ("MY" is Mỹ, the United States).
 * A group answers with its members on `onDate` (today when not given). Null when the text is not known or means several
 * countries equally ("Congo").
 */
export function findCountries(text: string, onDate: Day = today()): FoundCountries | null {
  const found = index().get(countryKey(text));
  if (!found) return null;
  return found.via === "group" && found.of !== null ? { ...found, codes: membersOf(found.of, onDate) ?? [] } : found;
}
