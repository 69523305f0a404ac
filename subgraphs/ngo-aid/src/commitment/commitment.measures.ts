import { sql, type Measure } from "@huu-nghi/subgraph-kit";
import { plannedFor } from "../annual-plan";

export const commitmentMeasures: Measure[] = [
  {
    code: "ngoAid.committed",
    label: { vi: "Viện trợ cam kết", en: "Aid committed" },
    description: "What foreign NGOs promised in the period, less what they cut or withdrew in it, converted at the rates of each entry's date.",
    unit: "VND",
    kind: "flow",
    records: sql`
      select project.union_id, 'Commitment' as kind, entry.id, project.title_vi as label_vi, project.title_en as label_en,
        in_vnd.value, 'EXACT' as qualifier, entry.counts_on as date
      from commitment_entry entry join aid_project project on project.id = entry.project_id
      cross join lateral converted(entry.amount, entry.currency, 'VND', 0, entry.counts_on, project.union_id) in_vnd`,
    targets: plannedFor("ngoAid.committed"),
  },
];
