import { demoPart, form, Language, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { successionRecords } from "../succession";
import { Union, UnionLevel } from "./union";
import { UnionSuccession } from "./union-succession";

export const unionRecords = recordKind({
  section: "unions",
  entry: form
    .entryOf({ id: form.id, name: form.localizedText, level: z.enum(UnionLevel), parent: form.id.optional(), foundedOn: form.partialDate.optional(), endedOn: form.partialDate.optional() })
    .refine(({ level, parent }) => (level === UnionLevel.NATIONAL) === (parent === undefined), { path: ["parent"], message: "every union but the national one is below another" }),
  id: entry => entry.id,
  // A date that is not given is left out, so that an entry of an earlier time is the same entry.
  rows: ({ id, name, level, parent = null, foundedOn, endedOn }, { sourceId }) => [
    row(Union, { id, name, level, parentId: parent, demo: false, sourceId, ...(foundedOn !== undefined && { foundedOn }), ...(endedOn !== undefined && { endedOn }) }),
  ],
});

export const unionSuccessionRecords = successionRecords("unionSuccessions", UnionSuccession);

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
