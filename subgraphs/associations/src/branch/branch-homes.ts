import { endOf, few, givenText, refuseUnfinished } from "@huu-nghi/subgraph-kit";
import type { EarlierHome } from "./branch-home";
import type { EarlierHomeInput } from "./branch.input";

export const givenPlace = (argument: string, text: string | null | undefined) => (text == null ? text : givenText(argument, text));

const most = 20;

export const givenHomes = (branchId: string, homes: readonly EarlierHomeInput[]): EarlierHome[] => {
  for (const { until } of homes) refuseUnfinished("earlierHomes", until);
  return few("earlierHomes", homes, most, ({ until }) => endOf(until)).map(({ until, hostKind, hostOrganisation, locality }) => ({
    branchId, until, hostKind, hostOrganisation: givenPlace("earlierHomes", hostOrganisation) ?? null, locality: givenPlace("earlierHomes", locality) ?? null,
  }));
};
