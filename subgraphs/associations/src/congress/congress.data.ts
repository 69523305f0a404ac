import { demoPart, form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { Congress } from "./congress";

const year = z.number().int().min(1900).max(2999);

export const congressRecords = recordKind({
  section: "congresses",
  entry: form
    .entryOf({ association: form.id, ordinal: z.number().int().min(1), heldOn: form.partialDate.optional(), tenureFrom: year, tenureTo: year })
    .refine(({ tenureFrom, tenureTo }) => tenureFrom <= tenureTo, { path: ["tenureTo"], message: "the tenure ends before it begins" }),
  id: ({ association, ordinal }) => `${association}:congress-${ordinal}`,
  rows: ({ association, ordinal, heldOn = null, tenureFrom, tenureTo }, { sourceId }) => [
    row(Congress, { id: `${association}:congress-${ordinal}`, associationId: association, ordinal, heldOn, tenureFrom, tenureTo, sourceId }),
  ],
});

export const congressDemo = demoPart({
  table: Congress,
  key: "id",
  rows: ({ associations }) =>
    associations.flatMap(({ id }) =>
      [2018, 2023].map((tenureFrom, index) => {
        const ordinal = index + 1;
        return { id: `${id}:congress-${ordinal}`, associationId: id, ordinal, heldOn: `${tenureFrom}-06`, tenureFrom, tenureTo: tenureFrom + 5, sourceId: null };
      }),
    ),
});
