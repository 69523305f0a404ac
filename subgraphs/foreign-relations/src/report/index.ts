import { CompletePeriod, defineDomain, defineReport, demoPart } from "@huu-nghi/subgraph-kit";

const { domain } = defineReport(
  "foreignRelations",
  "What the union and its friendship associations did with other countries: events, delegations, publications, awards, trainings.",
);

const completeInDemo = ["events", "delegationsInbound", "delegationsOutbound", "peopleInbound", "trainings"];

/** A demo union declares its records complete, so that complete RECORDED readings can be seen. */
const completePeriodDemo = demoPart({
  table: CompletePeriod,
  key: "union_id",
  rows: ({ id: unionId, firstYear, lastYear }) =>
    completeInDemo.map(measure => ({ unionId, code: `foreignRelations.${measure}`, periodFrom: `${firstYear}-01-01`, periodTo: `${lastYear}-12-31` })),
});

export const report = defineDomain({ ...domain, demo: [completePeriodDemo] });
