import { canonicalDecimal, isLocalDate, isPartialDate } from "@huu-nghi/service-kit";
import { currency, isAssignedCountry } from "@huu-nghi/reference";
import { z } from "zod";
import type { TableClass } from "../database/data-source";
import { Language, type LocalizedText } from "../values";

/** A row that an entry becomes. */
export interface RecordRow {
  table: TableClass;
  row: Record<string, unknown>;
}

export interface EntryContext {
  /** The entry's own source, or else that of its file. */
  sourceId: string;
}

/** A kind of entry in a division's data files: the section it stands in, its form, and the rows it becomes. */
export interface RecordKind<Entry = unknown> {
  section: string;
  entry: z.ZodType<Entry>;
  /** What identifies an entry; it also names it in messages. */
  id: (entry: Entry, context: EntryContext) => string;
  rows: (entry: Entry, context: EntryContext) => RecordRow[];
}

export const recordKind = <Entry>(kind: RecordKind<Entry>): RecordKind => kind as RecordKind;

export const row = <Row extends object>(table: new () => Row, values: Partial<Row>): RecordRow => ({ table, row: values as Record<string, unknown> });

/** Forms that entries share. A form that is refused says what would be right. */
export const text = z.string().trim().min(1, "must not be empty");
/** What a database's index can hold of several together, with room to spare. */
export const mostOfId = 200;
export const id = z.string().max(mostOfId, `an id has at most ${mostOfId} characters`).regex(/^[a-z0-9][a-z0-9:.-]*$/, "an id has small letters, digits, - . and : only");
export const partialDate = z.string("a date is text in quotes: \"2014\", \"2014-01\" or \"2014-01-31\"").refine(isPartialDate, "a date is YYYY, YYYY-MM or YYYY-MM-DD and must exist");
export const localDate = z.string("a day is text in quotes: \"2014-01-31\"").refine(isLocalDate, "a day is YYYY-MM-DD and must exist");
export const countryCode = z.string().refine(isAssignedCountry, "a country is an assigned ISO 3166-1 code of two capital letters");
export const currencyCode = z.string().refine(code => currency(code) !== null, "a currency is an ISO 4217 code of three capital letters");
export const decimal = z
  .union([z.string(), z.number().int().transform(String)], "a number is digits, with quotes when it has a fraction: 8000, \"0.708\"")
  .refine(value => canonicalDecimal(value) !== null, "a number is digits with at most one point, without commas: 8000, \"0.708\"")
  .transform(value => canonicalDecimal(value)!);

/** `name: { en: …, vi: …, ownTranslation: vi }`; ownTranslation says which of the two is ours and not the source's. */
export const localizedText = z
  .strictObject({ vi: text.optional(), en: text.optional(), ownTranslation: z.enum(["vi", "en"]).optional() })
  .refine(({ vi, en }) => vi ?? en, "give vi, en or both")
  .transform(
    ({ vi, en, ownTranslation }): LocalizedText => ({
      vi: vi ?? null,
      en: en ?? null,
      ownTranslation: ownTranslation ? Language[ownTranslation.toUpperCase() as keyof typeof Language] : null,
    }),
  );

/** Every entry may name a source of its own, and may hold a note for its readers. */
export const entryOf = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...shape, source: text.optional(), note: text.optional() });
