import { form, recordKind, row, sql, type Measure } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { Award, awardDirections } from "./award";

export const awardRecords = recordKind({
  section: "awards",
  entry: form.entryOf({ id: form.id, union: form.id, direction: z.enum(awardDirections), title: form.localizedText, awardedOn: form.partialDate }),
  id: entry => entry.id,
  rows: ({ id, union, direction, title, awardedOn }, { sourceId }) => [row(Award, { id, unionId: union, direction, title, awardedOn, sourceId })],
});

export const awardMeasures: Measure[] = [
  {
    code: "foreignRelations.awards",
    label: { vi: "Khen thưởng", en: "Awards" },
    description: "Awards that the union or one of its units gave or received in the period.",
    unit: "count",
    kind: "flow",
    records: sql`
      select union_id, 'Award' as kind, id, title_vi as label_vi, title_en as label_en, 1 as value, 'EXACT' as qualifier, awarded_on as date from award`,
  },
];
