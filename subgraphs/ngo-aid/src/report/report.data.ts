import { CompletePeriod, demoPart } from "@huu-nghi/subgraph-kit";

const declared = ["ngoAid.committed", "ngoAid.disbursed", "ngoAid.projects", "ngoAid.ngos"];

/** Demo unions keep complete records of all their years. */
export const completePeriodDemo = demoPart({
  table: CompletePeriod,
  key: "union_id",
  rows: ({ id, firstYear, lastYear }) => declared.map(code => ({ unionId: id, code, periodFrom: `${firstYear}-01-01`, periodTo: `${lastYear}-12-31` })),
});
