import { type BilingualName, nameOf } from "./name";
import { once, readTable } from "./table";

/** A currency in which money is paid; not metals, funds or test codes. */
export interface Currency {
  /** ISO 4217, upper case. */
  readonly code: string;
  readonly name: BilingualName;
  /** Digits after the decimal point by ISO 4217: VND 0, USD 2, KWD 3. */
  readonly digits: number;
}

const table = once(() => {
  const rows = readTable("currencies.tsv", ["code", "digits", "name_en", "name_vi"], ["code"]);
  return new Map(
    rows.map((row): [string, Currency] => [row.code, { code: row.code, name: nameOf(row), digits: Number(row.digits) }]),
  );
});

/** All that are recorded, in order of code. Source: ISO 4217, CLDR (data/currencies.tsv). */
export function currencies(): readonly Currency[] {
  return [...table().values()];
}

/** By its ISO 4217 code; null when it is not a currency in which money is paid. Exact: "vnd" is null. */
export function currency(code: string): Currency | null {
  return table().get(code) ?? null;
}
