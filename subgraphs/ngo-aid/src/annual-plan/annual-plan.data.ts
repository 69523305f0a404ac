import { demoPart, Dice, form, recordKind, row, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { amountFields, hasCurrencyDigits, tooManyDigits } from "../exchange-rate";
import { AnnualPlan } from "./annual-plan";

const plannedCodes = ["ngoAid.committed", "ngoAid.disbursed"] as const;

export const annualPlanRecords = recordKind({
  section: "annualPlans",
  entry: form
    .entryOf({ union: form.id, year: z.number().int().min(1900).max(2999), code: z.enum(plannedCodes), ...amountFields, approvedBy: form.text.optional() })
    .refine(hasCurrencyDigits, tooManyDigits),
  id: ({ union, year, code }) => `${union} ${year} ${code}`,
  rows: ({ union, year, code, amount, currency, approvedBy = null }, { sourceId }) => [
    row(AnnualPlan, { id: `${union}:plan-${year}-${code}`, unionId: union, year, code, amount, currency, approvedBy, sourceId }),
  ],
});

const years = ({ firstYear, lastYear }: DemoUnion) => Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);

export const annualPlanDemo = demoPart({
  table: AnnualPlan,
  key: "id",
  rows: union => {
    const dice = new Dice(`${union.id} plans`);
    return years(union).flatMap(year =>
      plannedCodes.map(code => {
        const billions = code === "ngoAid.committed" ? dice.int(80, 120) : dice.int(35, 55);
        const amount = { amount: `${billions}000000000`, currency: "VND" };
        return { id: `${union.id}:plan-${year}-${code}`, unionId: union.id, year, code, ...amount, approvedBy: `${union.label} People's Committee`, sourceId: null };
      }),
    );
  },
});
