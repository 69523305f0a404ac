import { sql, type Measure, type Sql } from "@huu-nghi/subgraph-kit";
import { BranchHostKind } from "./branch";

const records = (condition: Sql) => sql`
  select association.union_id, 'Branch' as kind, branch.id, branch.name_vi as label_vi, branch.name_en as label_en, 1 as value, 'EXACT' as qualifier,
    branch.since, coalesce(branch.until, association.dissolved_on) as until
  from branch join friendship_association association on association.id = branch.association_id where ${condition}`;

const ofKind = (hostKind: BranchHostKind, name: string, vi: string, en: string, where: string): Measure => ({
  code: `associations.${name}`,
  label: { vi, en },
  description: `Branches of the union's friendship associations ${where} that stand on the last day.`,
  unit: "count",
  kind: "stock",
  records: records(sql`branch.host_kind = ${hostKind}`),
});

export const branchMeasures: Measure[] = [
  {
    code: "associations.branches",
    label: { vi: "Chi hội", en: "Branches" },
    description: "Branches of the union's friendship associations that stand on the last day.",
    unit: "count",
    kind: "stock",
    records: records(sql`true`),
  },
  ofKind(BranchHostKind.SCHOOL, "branchesInSchools", "Chi hội trong trường học", "Branches in schools", "in schools"),
  ofKind(BranchHostKind.BUSINESS, "branchesInBusinesses", "Chi hội trong doanh nghiệp", "Branches in businesses", "in businesses"),
  ofKind(BranchHostKind.LOCALITY, "branchesInLocalities", "Chi hội ở địa phương", "Branches in localities", "in communes, wards, districts and towns"),
  ofKind(BranchHostKind.OTHER, "branchesElsewhere", "Chi hội khác", "Branches elsewhere", "elsewhere"),
];
