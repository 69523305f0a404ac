import { demoPart, form, Language, recordKind, row, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { Partner, partnerKinds } from "./partner";

export const partnerRecords = recordKind({
  section: "partners",
  entry: form.entryOf({ id: form.id, name: form.localizedText, kind: z.enum(partnerKinds) }),
  id: entry => entry.id,
  rows: ({ id, name, kind }, { sourceId }) => [row(Partner, { id, name, kind, sourceId })],
});

const inDemo: [(typeof partnerKinds)[number], string, string][] = [
  ["CONSULATE", "Tổng Lãnh sự quán mẫu", "Consulate General"],
  ["AUTHORITY", "Sở Ngoại vụ mẫu", "Department of Foreign Affairs"],
  ["BUSINESS", "Doanh nghiệp mẫu", "Enterprise"],
  ["PEOPLES_ORGANISATION", "Tổ chức nhân dân mẫu", "People's organisation"],
];

export const demoPartnerIds = ({ id }: DemoUnion) => inDemo.map((_, index) => `${id}:partner-${index + 1}`);

export const partnerDemo = demoPart({
  table: Partner,
  key: "id",
  rows: union =>
    inDemo.map(([kind, vi, en], index) => ({
      id: demoPartnerIds(union)[index]!,
      kind,
      name: { vi: `${vi} (${union.label})`, en: `${union.label} ${en}`, ownTranslation: Language.VI },
      sourceId: null,
    })),
});
