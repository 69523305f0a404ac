import { addDays, demoPart, Dice, form, recordKind, row, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { demoProjects, type DemoProject } from "../aid-project";
import { amountFields, hasCurrencyDigits, tooManyDigits } from "../exchange-rate";
import { Disbursement } from "./disbursement";

export const disbursementRecords = recordKind({
  section: "disbursements",
  entry: form.entryOf({ id: form.id, project: form.id, ...amountFields, paidOn: form.localDate }).refine(hasCurrencyDigits, tooManyDigits),
  id: entry => entry.id,
  rows: ({ id, project, amount, currency, paidOn }, { sourceId }) => [row(Disbursement, { id, projectId: project, amount, currency, paidOn, sourceId })],
});

/** Up to four payments of at most three quarters of the first promise together, within the demo years. */
const demoDisbursementsOf = ({ id, currency, amount, signedOn }: DemoProject, lastYear: number): Partial<Disbursement>[] => {
  const dice = new Dice(`${id} disbursements`);
  const payments: Partial<Disbursement>[] = [];
  let paidOn = signedOn;
  for (let number = 1; paidOn !== null && number <= 4 && dice.chance(0.85); number += 1) {
    paidOn = addDays(paidOn, dice.int(20, 300));
    if (paidOn > `${lastYear}-12-31`) break;
    const paid = Math.max(1, Math.round((amount * dice.int(8, 18)) / 100));
    payments.push({ id: `${id}:disbursement-${number}`, projectId: id, currency, amount: String(paid), paidOn, sourceId: null });
  }
  return payments;
};

export const disbursementDemo = demoPart({
  table: Disbursement,
  key: "id",
  rows: (union: DemoUnion) => demoProjects(union).flatMap(project => demoDisbursementsOf(project, union.lastYear)),
});
