import { demoPart, Dice, endOf, form, recordKind, row, Source, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { positive } from "./amount";
import { ExchangeRate, ExchangeRateKind } from "./exchange-rate";

export const exchangeRateRecords = recordKind({
  section: "exchangeRates",
  entry: form
    .entryOf({
      currency: form.currencyCode.refine(code => code !== "VND", "rates are in VND"),
      vndPerUnit: positive,
      validFrom: form.localDate,
      validTo: form.localDate,
      kind: z.enum(ExchangeRateKind),
      union: form.id.optional(),
    })
    .refine(({ validFrom, validTo }) => validFrom <= validTo, { path: ["validTo"], message: "ends before it begins" }),
  id: ({ currency, kind, validFrom, union, source }) => [currency, kind, validFrom, union, source].filter(Boolean).join(" "),
  rows: ({ currency, vndPerUnit, validFrom, validTo, kind, union = null }, { sourceId }) => [
    row(ExchangeRate, { id: `${currency} ${kind} ${validFrom} ${union ?? ""} ${sourceId}`, currency, vndPerUnit, validFrom, validTo, kind, unionId: union, sourceId }),
  ],
});

/** In the first demo year, and how much of it each year adds. */
const demoStart: Record<string, [number, number]> = { USD: [23_200, 0.017], EUR: [26_300, 0.02], JPY: [216, -0.045], KRW: [19.4, -0.012], GBP: [29_800, 0.022] };
export const demoCurrencies = [...Object.keys(demoStart), "VND"];

/** No rate of this currency is known in this year, so that dashboards show what could not be converted. */
const withoutRate = { currency: "GBP", year: 2023 };

/** Dong for a unit in a month, about the size of the real ones; made up. */
export const demoRate = (code: string, year: number, month: number, firstYear = 2020) => {
  const [start, growth] = demoStart[code] ?? [1, 0];
  const wave = new Dice(`${code} ${year}-${month}`).next() * 0.01 - 0.005;
  return start * (1 + growth * (year - firstYear + (month - 1) / 12) + wave);
};

const sourceOf = ({ id }: DemoUnion) => `${id}:rates`;

const monthlyRates = function* (union: DemoUnion): Iterable<Partial<ExchangeRate>> {
  for (const currency of Object.keys(demoStart)) {
    for (let year = union.firstYear; year <= union.lastYear; year += 1) {
      if (currency === withoutRate.currency && year === withoutRate.year) continue;
      for (let month = 1; month <= 12; month += 1) {
        const from = `${year}-${String(month).padStart(2, "0")}`;
        const vndPerUnit = demoRate(currency, year, month, union.firstYear).toFixed(currency === "JPY" || currency === "KRW" ? 2 : 0);
        const validity = { validFrom: `${from}-01`, validTo: endOf(from), kind: ExchangeRateKind.MONTHLY_ACCOUNTING };
        yield { id: `${union.id}:rate-${currency}-${from}`, currency, vndPerUnit, ...validity, unionId: union.id, sourceId: sourceOf(union) };
      }
    }
  }
};

export const exchangeRateDemo = [
  demoPart({
    table: Source,
    key: "id",
    rows: union => [{ id: sourceOf(union), title: `${union.label} exchange rates, made up`, publisher: null, date: null, statedAsOf: null, locator: null }],
  }),
  demoPart({ table: ExchangeRate, key: "id", rows: monthlyRates }),
];
