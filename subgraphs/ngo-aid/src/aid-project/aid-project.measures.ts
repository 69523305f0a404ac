import { sql, type Measure } from "@huu-nghi/subgraph-kit";

export const projectMeasures: Measure[] = [
  {
    code: "ngoAid.projects",
    label: { vi: "Chương trình, dự án viện trợ", en: "Aid projects" },
    description: "Aid projects of foreign NGOs that run on the last day: begun, and not ended before it.",
    unit: "count",
    kind: "stock",
    records: sql`
      select project.union_id, 'AidProject' as kind, project.id, project.title_vi as label_vi, project.title_en as label_en, 1 as value, 'EXACT' as qualifier,
        project.starts_on as since, project.ends_on as until
      from aid_project project where project.starts_on is not null and project.status <> 'PROPOSED'`,
  },
];
