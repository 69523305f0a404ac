import { sql, type Measure } from "@huu-nghi/subgraph-kit";
import { plannedFor } from "../annual-plan";

export const disbursementMeasures: Measure[] = [
  {
    code: "ngoAid.disbursed",
    label: { vi: "Viện trợ giải ngân", en: "Aid disbursed" },
    description: "What foreign NGOs paid in the period, converted at the rates of each entry's date.",
    unit: "VND",
    kind: "flow",
    records: sql`
      select project.union_id, 'Disbursement' as kind, disbursement.id, project.title_vi as label_vi, project.title_en as label_en,
        in_vnd.value, 'EXACT' as qualifier, disbursement.paid_on as date
      from disbursement join aid_project project on project.id = disbursement.project_id
      cross join lateral converted(disbursement.amount, disbursement.currency, 'VND', 0, disbursement.paid_on, project.union_id) in_vnd`,
    targets: plannedFor("ngoAid.disbursed"),
  },
];
