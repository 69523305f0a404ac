import { form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { levels, PartnershipLevel } from "./partnership-level";

interface Named {
  country: string;
  level: string;
}
const idOf = ({ country, level }: Named) => `${country}:${level}`.toLowerCase().replaceAll("_", "-");

export const partnershipLevelRecords = recordKind({
  section: "partnershipLevels",
  entry: form.entryOf({ country: form.countryCode, level: z.enum(levels), since: form.partialDate.optional(), until: form.partialDate.optional() }),
  id: idOf,
  rows: ({ country, level, since = null, until = null }, { sourceId }) => [
    row(PartnershipLevel, { id: idOf({ country, level }), countryCode: country, level, since, until, sourceId }),
  ],
});
