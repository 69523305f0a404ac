import { sql, type Measure } from "@huu-nghi/subgraph-kit";
import { plannedFor } from "../annual-plan";

export const commitmentMeasures: Measure[] = [
  {
    code: "ngoAid.committed",
    label: { vi: "Viện trợ cam kết", en: "Aid committed" },
    description: "What foreign NGOs promised in the period, less what they cut, converted at the rates of each entry's date.",
    unit: "VND",
    kind: "flow",
    records: sql`
      select project.union_id, 'Commitment' as kind, commitment.id, project.title_vi as label_vi, project.title_en as label_en,
        in_vnd.value, 'EXACT' as qualifier, commitment.signed_on as date
      from commitment join aid_project project on project.id = commitment.project_id
      cross join lateral converted(commitment.amount, commitment.currency, 'VND', 0, commitment.signed_on, project.union_id) in_vnd`,
    targets: plannedFor("ngoAid.committed"),
  },
];
