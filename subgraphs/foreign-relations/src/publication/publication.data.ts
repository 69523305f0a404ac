import { demoPart, form, Language, recordKind, row, sql, type Measure } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { Publication, publicationKinds } from "./publication";

export const publicationRecords = recordKind({
  section: "publications",
  entry: form.entryOf({ id: form.id, union: form.id, kind: z.enum(publicationKinds), title: form.localizedText, publishedOn: form.partialDate }),
  id: entry => entry.id,
  rows: ({ id, union, kind, title, publishedOn }, { sourceId }) => [row(Publication, { id, unionId: union, kind, title, publishedOn, sourceId })],
});

export const publicationMeasures: Measure[] = [
  {
    code: "foreignRelations.publications",
    label: { vi: "Ấn phẩm", en: "Publications" },
    description: "Bulletins, documents, books and web sites that the union published in the period.",
    unit: "count",
    kind: "flow",
    records: sql`
      select union_id, 'Publication' as kind, id, title_vi as label_vi, title_en as label_en, 1 as value, 'EXACT' as qualifier, published_on as date from publication`,
  },
];

const bulletinsAYear = 4;

export const publicationDemo = demoPart({
  table: Publication,
  key: "id",
  rows: ({ id: unionId, label, firstYear, lastYear }) =>
    Array.from({ length: (lastYear - firstYear + 1) * bulletinsAYear }, (_, index) => ({
      id: `${unionId}:bulletin-${index + 1}`,
      unionId,
      kind: "BULLETIN" as const,
      title: { vi: `Bản tin hữu nghị số ${index + 1} (${label})`, en: `${label} friendship bulletin ${index + 1}`, ownTranslation: Language.VI },
      publishedOn: `${firstYear + Math.floor(index / bulletinsAYear)}-${String((index % bulletinsAYear) * 3 + 1).padStart(2, "0")}`,
      sourceId: null,
    })),
});
