import { demoPart, form, Language, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { successionId, SuccessionKind, successionRecords } from "../succession";
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

/** The unions of a demo: the one that the others are about, one whose place it took, and its members. */
export const unionDemo = [
  demoPart({
    table: Union,
    key: "id",
    rows: ({ id, label }) => {
      const shared = { foundedOn: null, endedOn: null, demo: true, sourceId: null };
      const named = (vi: string, en: string) => ({ vi: `${vi} (${label})`, en: `${label} ${en}`, ownTranslation: Language.VI });
      return [
        { ...shared, id, name: named("Liên hiệp các tổ chức hữu nghị mẫu", "Union of Friendship Organizations"), level: UnionLevel.PROVINCIAL, parentId: null },
        { ...shared, id: `${id}:before`, name: named("Liên hiệp mẫu trước khi sáp nhập", "Union before the merger"), level: UnionLevel.PROVINCIAL, parentId: null, foundedOn: "1995", endedOn: "2009-01-01" },
        ...[1, 2, 3].map(number => ({ ...shared, id: `${id}:member-${number}`, name: named(`Tổ chức thành viên mẫu ${number}`, `member organisation ${number}`), level: UnionLevel.MEMBER_ORGANISATION, parentId: id, foundedOn: String(2010 + number) })),
      ];
    },
  }),
  demoPart({
    table: UnionSuccession,
    key: "id",
    rows: ({ id }) => [
      {
        id: successionId(`${id}:before`, id), version: 1, kind: SuccessionKind.MERGER, predecessorId: `${id}:before`, successorId: id, effectiveOn: "2009-01-01",
        decisionNumber: "01/QĐ-MAU", decidedOn: "2008-12", decisionIssuer: null, sourceId: null,
      },
    ],
  }),
];
