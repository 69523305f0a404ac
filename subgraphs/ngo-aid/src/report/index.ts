import { defineDomain, defineReport } from "@huu-nghi/subgraph-kit";
import { completePeriodDemo } from "./report.data";
import { reportMeasures } from "./report.measures";

const report = defineReport("ngoAid", "Aid of foreign NGOs: what was promised and paid, and who is at work.");

export const reports = defineDomain({ ...report.domain, measures: reportMeasures, demo: [completePeriodDemo] });
