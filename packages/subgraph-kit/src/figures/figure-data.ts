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
  id: entry => `${entry.kind} ${entry.id} ${entry.field} ${entry.source ?? ""}`,
  rows: ({ kind, id: subjectId, field, value, printed = null }, { sourceId }) => [row(Statement, { subjectKind: kind, subjectId, field, value, asPrinted: printed, sourceId })],
});

/** A printed number. A flow names its period; a stock holds from the day for which its source speaks. */
export const reportedFigureRecords = recordKind({
  section: "reportedFigures",
  entry: entryOf({
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
  }).refine(({ year, from, to, statedAsOf }) => year ?? (from && to) ?? statedAsOf, "say what it is of: year, from and to, or statedAsOf"),
  id: ({ union, code, aspect, year, from, to, statedAsOf, source }) =>
    [union, code, aspect, year ?? (from && to ? `${from}..${to}` : ""), statedAsOf, source].filter(Boolean).join(" "),
  rows: (entry, { sourceId }) => {
    const { union, code, aspect, year, from = null, to = null, statedAsOf = null, value, unit, qualifier, printed, locator = null } = entry;
    const period = year === undefined ? { periodFrom: from, periodTo: to } : { periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` };
    const of = period.periodFrom ? `${period.periodFrom}..${period.periodTo}` : statedAsOf;
    const figure = { unionId: union, code, aspect, ...period, statedAsOf, value, unit, qualifier, asPrinted: printed, locator, sourceId };
    return [row(ReportedFigure, { id: `${union} ${code} ${aspect} ${of} ${sourceId}`, ...figure })];
  },
});
