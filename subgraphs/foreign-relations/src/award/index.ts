import { defineDomain } from "@huu-nghi/subgraph-kit";
import { CreateAward1764000018000 } from "./1764000018000-create.migration";
import { NameAwardRecipients1764400012002 } from "./1764400012002-name-recipients.migration";
import { Award } from "./award";
import { AwardRecipient, awardRecipientHolding } from "./award-recipient";
import { awardMeasures, awardRecords } from "./award.data";

export const awards = defineDomain({
  tables: [Award, AwardRecipient],
  migrations: [CreateAward1764000018000, NameAwardRecipients1764400012002],
  personalData: [awardRecipientHolding],
  measures: awardMeasures,
  records: [awardRecords],
});
