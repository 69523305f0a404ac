import { FigureQualifier, form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { AssociationSnapshot } from "./association-snapshot";
import { GrowthMeasure } from "./growth-measure";

const entry = form.entryOf({
  association: form.id,
  measure: z.enum(GrowthMeasure).exclude(["ASSOCIATIONS"]),
  statedAsOf: form.partialDate,
  value: z.number().int().min(0),
  qualifier: z.enum(FigureQualifier).default(FigureQualifier.EXACT),
  printed: form.text,
  locator: form.text.optional(),
});

const idOf = ({ association, measure, statedAsOf }: z.infer<typeof entry>, sourceId: string) => `${association}:${measure.toLowerCase()}-${statedAsOf}-${sourceId}`;

export const associationSnapshotRecords = recordKind({
  section: "associationSnapshots",
  entry,
  id: (each, { sourceId }) => idOf(each, sourceId),
  rows: (each, { sourceId }) => {
    const { association, measure, statedAsOf, value, qualifier, printed, locator = null } = each;
    return [row(AssociationSnapshot, { id: idOf(each, sourceId), associationId: association, measure, statedAsOf, value, qualifier, asPrinted: printed, locator, sourceId })];
  },
});
