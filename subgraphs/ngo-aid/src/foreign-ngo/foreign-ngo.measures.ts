import { sql, type Measure } from "@huu-nghi/subgraph-kit";

export const ngoMeasures: Measure[] = [
  {
    code: "ngoAid.ngos",
    label: { vi: "Tổ chức phi chính phủ nước ngoài", en: "Foreign NGOs at work" },
    description: "Foreign NGOs with a valid registration or a running project in the union's area on the last day, each once.",
    unit: "count",
    kind: "stock",
    countedOnce: true,
    records: sql`
      select activity.union_id, 'ForeignNgo' as kind, ngo.id, ngo.name_vi as label_vi, ngo.name_en as label_en, 1 as value, 'EXACT' as qualifier,
        activity.since, activity.until
      from ngo_activity activity join foreign_ngo ngo on ngo.id = activity.ngo_id`,
  },
];
