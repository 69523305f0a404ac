import type { Sql } from "../sql";

/**
 * One thing that a division counts. Declaring it is all that a new figure needs: readings, the preferred one,
 * discrepancy, previous, target, ratios and records follow for each.
 */
export interface Measure {
  /** `<division>.<measure>`, as clients ask for it. */
  code: string;
  label: { vi: string; en: string };
  description: string;
  /** `count`, `people`, or an ISO 4217 code for an amount. */
  unit: string;
  /** A flow counts what happened in a period, a stock what stood on its last day. */
  kind: "flow" | "stock";
  /**
   * What it counts, as a query with one row a record: `union_id`, `kind`, `id`, `label_vi`, `label_en`,
   * `value` (what it adds; null when that is not known) and `qualifier` (EXACT, or how the value is meant), and for a flow
   * `date`, for a stock `since` and `until` (null for open), each a partial date or a date. Without it the figure is reported only.
   */
  records?: Sql;
  /** A record of the same kind and id counts once, however many rows it has: a person with two memberships. */
  countedOnce?: boolean;
  /** What records are called, where the database does not hold their names. */
  labelOf?: (id: string) => { vi: string; en: string } | null;
  /** What was planned, as a query: `union_id`, `period_from`, `period_to`, `value`, `unit`. */
  targets?: Sql;
}

/** Digits that a value of this unit is rounded to. */
export const digitsOf = (unit: string, currencyDigits: (code: string) => number | undefined) =>
  unit === "count" || unit === "people" ? 0 : (currencyDigits(unit) ?? 2);
