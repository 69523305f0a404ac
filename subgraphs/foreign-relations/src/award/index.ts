import { defineDomain } from "@huu-nghi/subgraph-kit";
import { CreateAward1764000018000 } from "./1764000018000-create.migration";
import { Award } from "./award";
import { awardMeasures, awardRecords } from "./award.data";

export const awards = defineDomain({
  tables: [Award],
  migrations: [CreateAward1764000018000],
  measures: awardMeasures,
  records: [awardRecords],
});
