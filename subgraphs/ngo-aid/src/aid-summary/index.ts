import { defineDomain } from "@huu-nghi/subgraph-kit";
import { CreateAidSummary1764000028000 } from "./1764000028000-create.migration";
import { CountWithdrawals1764200028000 } from "./1764200028000-count-withdrawals.migration";
import { AidSummaryResolver, ProjectSumsResolver } from "./aid-summary.resolver";

export { AidSummaries } from "./aid-summaries";
export { AidMeasure, AidTotals, figureCodes, nothing, totalsOf, type Sums } from "./aid-summary";
export { AidPeriodArgs } from "./aid-summary.resolver";

export const aidSummaries = defineDomain({ resolvers: [AidSummaryResolver, ProjectSumsResolver], migrations: [CreateAidSummary1764000028000, CountWithdrawals1764200028000] });
