import { countryName } from "@huu-nghi/reference";
import { demoPart, form, Language, recordKind, row, type DemoAssociation, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { dateKinds, ImportantDate } from "./important-date";

const dayOfYear = z.string().refine(day => form.localDate.safeParse(`2000-${day}`).success, 'a day of the year is MM-DD in quotes: "05-01"');
const dayOf = (date: string | null) => (date?.length === 10 ? date.slice(5) : null);

export const importantDateRecords = recordKind({
  section: "importantDates",
  entry: form
    .entryOf({
      id: form.id,
      kind: z.enum(dateKinds),
      label: form.localizedText,
      country: form.countryCode.optional(),
      union: form.id.optional(),
      originalDate: form.partialDate.optional(),
      dayOfYear: dayOfYear.optional(),
    })
    .refine(({ originalDate, dayOfYear: day }) => !day || !dayOf(originalDate ?? null), { path: ["dayOfYear"], message: "the original date says the day already" }),
  id: entry => entry.id,
  rows: ({ id, kind, label, country = null, union = null, originalDate = null, dayOfYear: day = null }, { sourceId }) => [
    row(ImportantDate, { id, kind, label, countryCode: country, unionId: union, originalDate, dayOfYear: dayOf(originalDate) ?? day, sourceId }),
  ],
});

/** The id of the day on which a demo association was founded. */
export const demoFoundingDay = ({ id }: DemoAssociation) => `${id}:founding-day`;

export const importantDateDemo = demoPart({
  table: ImportantDate,
  key: "id",
  rows: ({ id: unionId, label, associations }: DemoUnion) =>
    associations.map((association, index) => {
      const vi = association.countries.map(code => countryName(code)?.vi).join(" - ");
      // The year in which the associations division says that it was founded.
      const originalDate = `${2009 + index}-${String(index + 2).padStart(2, "0")}-15`;
      return {
        id: demoFoundingDay(association),
        kind: "FOUNDING" as const,
        label: {
          vi: `Ngày thành lập Hội hữu nghị Việt Nam - ${vi} (${label})`,
          en: `${label} Vietnam - ${association.of} Friendship Association: founding day`,
          ownTranslation: Language.VI,
        },
        countryCode: association.countries[0]!,
        unionId,
        originalDate,
        dayOfYear: originalDate.slice(5),
        sourceId: null,
      };
    }),
});
