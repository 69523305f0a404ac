import { form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { DataRequestKind } from "./data-request";
import { DataRequestTerm, PublicHoliday } from "./term";

const days = z.number().int().min(1).max(365);

export const termRecords = recordKind({
  section: "dataRequestTerms",
  entry: form.entryOf({ kind: z.enum(DataRequestKind), acknowledgeWithin: days, completeWithin: days }),
  id: ({ kind }) => kind,
  rows: ({ kind, acknowledgeWithin, completeWithin }, { sourceId }) => [row(DataRequestTerm, { id: kind, acknowledgeWithin, completeWithin, sourceId })],
});

export const holidayRecords = recordKind({
  section: "publicHolidays",
  entry: form.entryOf({ day: form.localDate, name: form.localizedText }),
  id: ({ day }) => day,
  rows: ({ day, name }, { sourceId }) => [row(PublicHoliday, { day, name, sourceId })],
});
