import { z } from "zod";
import { decimal, entryOf, id, localDate, partialDate, recordKind, row, text } from "../records/record-kind";
import { Source } from "../sources/source";
import { Statement } from "../sources/statement";
import { ReportedFigure } from "./reported-figure";

export const sourceRecords = recordKind({
  section: "sources",
  entry: z.strictObject({ id, title: text, publisher: text.optional(), date: partialDate.optional(), statedAsOf: partialDate.optional(), locator: text.optional(), note: text.optional() }),
  id: entry => entry.id,
  rows: ({ note: _, publisher = null, date = null, statedAsOf = null, locator = null, ...source }) => [row(Source, { ...source, publisher, date, statedAsOf, locator })],
});

/** What another source says of a field of a record. */
export const statementRecords = recordKind({
  section: "statements",
  entry: entryOf({ kind: text, id, field: text, value: text, printed: text.optional() }),
  id: ({ kind, id, field }, { sourceId }) => `${kind} ${id} ${field} ${sourceId}`,
  rows: ({ kind, id: subjectId, field, value, printed = null }, { sourceId }) => [row(Statement, { subjectKind: kind, subjectId, field, value, asPrinted: printed, sourceId })],
});

const figureEntry = entryOf({
  union: id,
  code: z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/, "a code is <division>.<measure>"),
  aspect: z.enum(["VALUE", "TARGET", "CHANGE_RATIO", "ATTAINMENT_RATIO"]).default("VALUE"),
  year: z.number().int().min(1900).max(2999).optional(),
  from: localDate.optional(),
  to: localDate.optional(),
  statedAsOf: partialDate.optional(),
  value: decimal,
  unit: text.default("count"),
  qualifier: z.enum(["EXACT", "ABOUT", "MORE_THAN", "NEARLY"]).default("EXACT"),
  printed: text,
  locator: text.optional(),
})
  .refine(({ year, from, statedAsOf }) => year ?? from ?? statedAsOf, "say what it is of: year, from and to, or statedAsOf")
  .refine(({ from, to }) => (from === undefined) === (to === undefined), { message: "from and to go together", path: ["to"] })
  .refine(({ from, to }) => !from || !to || from <= to, { message: "the period ends before it begins", path: ["to"] });

const periodOf = ({ year, from, to }: z.infer<typeof figureEntry>) =>
  year === undefined ? { periodFrom: from ?? null, periodTo: to ?? null } : { periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` };

interface FigureIdentity {
  union: string;
  code: string;
  aspect: string;
  periodFrom: string | null;
  periodTo: string | null;
  statedAsOf?: string | null | undefined;
}

/** Two sources may print the same figure of the same time. */
export const figureId = ({ union, code, aspect, periodFrom, periodTo, statedAsOf }: FigureIdentity, sourceId: string) =>
  [union, code, aspect, periodFrom && `${periodFrom}..${periodTo}`, statedAsOf, sourceId].filter(Boolean).join(" ");

/** A printed number. A flow names its period; a stock holds from the day for which its source speaks. */
export const reportedFigureRecords = recordKind({
  section: "reportedFigures",
  entry: figureEntry,
  id: (entry, { sourceId }) => figureId({ ...entry, ...periodOf(entry) }, sourceId),
  rows: (entry, { sourceId }) => {
    const { union, code, aspect, statedAsOf = null, value, unit, qualifier, printed, locator = null } = entry;
    const figure = { unionId: union, code, aspect, ...periodOf(entry), statedAsOf, value, unit, qualifier, asPrinted: printed, locator, sourceId };
    return [row(ReportedFigure, { id: figureId({ ...entry, ...periodOf(entry) }, sourceId), ...figure })];
  },
});
