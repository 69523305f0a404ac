import { endOf, few, refuseUnfinished } from "@huu-nghi/subgraph-kit";
import type { EarlierStay } from "./membership-stay";
import type { EarlierStayInput } from "./membership.input";

const most = 20;

export const givenStays = (membershipId: string, stays: readonly EarlierStayInput[]): EarlierStay[] => {
  for (const { until } of stays) refuseUnfinished("earlierStays", until);
  return few("earlierStays", stays, most, ({ until }) => endOf(until)).map(({ branch = null, status, until }) => ({ membershipId, until, branchId: branch, status }));
};
