import { demoPart, form, Language, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { Union, UnionLevel } from "./union";

export const unionRecords = recordKind({
  section: "unions",
  entry: form.entryOf({ id: form.id, name: form.localizedText, level: z.enum(UnionLevel), parent: form.id.optional() }),
  id: entry => entry.id,
  rows: ({ id, name, level, parent = null }, { sourceId }) => [row(Union, { id, name, level, parentId: parent, demo: false, sourceId })],
});

export const unionDemo = demoPart({
  table: Union,
  key: "id",
  rows: ({ id, label }) => [
    {
      id,
      name: { vi: `Liên hiệp các tổ chức hữu nghị mẫu (${label})`, en: `${label} Union of Friendship Organizations`, ownTranslation: Language.VI },
      level: UnionLevel.PROVINCIAL,
      demo: true,
      parentId: null,
      sourceId: null,
    },
  ],
});
