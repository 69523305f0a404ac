import type { PartialDay } from "./day";
import { type BilingualName, listOf, nameOf } from "./name";
import { once, readTable } from "./table";

/** A state, or an earlier name of one, that records before its end name. */
export interface FormerState {
  /** ISO 3166-3, four letters: "CSHH" is Czechoslovakia. */
  readonly code: string;
  readonly name: BilingualName;
  /** First day, or month or year; null when it is not recorded here. */
  readonly from: PartialDay | null;
  /** Last day, or month or year. */
  readonly until: PartialDay;
  /** Today's countries whose areas were part of it, alpha-2; the state that continued it first, if there is one. */
  readonly successors: readonly string[];
  /** Other names in either language. */
  readonly aliases: readonly string[];
}

const COLUMNS = ["code", "name_en", "name_vi", "from", "until", "successors", "aliases"] as const;

const table = once(() => {
  const rows = readTable("former-states.tsv", COLUMNS, ["code"]);
  return new Map(
    rows.map((row): [string, FormerState] => [
      row.code,
      {
        code: row.code,
        name: nameOf(row),
        from: row.from || null,
        until: row.until,
        successors: listOf(row.successors, " "),
        aliases: listOf(row.aliases, "; "),
      },
    ]),
  );
});

/** All that are recorded. Source: ISO 3166-3 (data/former-states.tsv). */
export function formerStates(): readonly FormerState[] {
  return [...table().values()];
}

/** By its ISO 3166-3 code; null when it is not recorded. */
export function formerState(code: string): FormerState | null {
  return table().get(code) ?? null;
}
