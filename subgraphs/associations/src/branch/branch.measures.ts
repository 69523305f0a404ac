import { partOfTime, raw, sql, statesOverTime, type Measure } from "@huu-nghi/subgraph-kit";
import { BranchHostKind } from "./branch";
import { earlierHomes, homesNow } from "./branch-home";

const end = "coalesce(branch.until, association.dissolved_on)";
const branch = sql`association.union_id, 'Branch' as kind, branch.id, branch.name_vi as label_vi, branch.name_en as label_en, 1 as value, 'EXACT' as qualifier`;
const itsAssociation = sql`join friendship_association association on association.id = branch.association_id`;
const inHome = partOfTime("branch.since", end, "home");

const ofKind = (hostKind: BranchHostKind, name: string, vi: string, en: string, where: string): Measure => ({
  code: `associations.${name}`,
  label: { vi, en },
  description: `Branches of the union's friendship associations ${where} that stand on the last day.`,
  unit: "count",
  kind: "stock",
  records: sql`
    select ${branch}, ${inHome.since} as since, ${inHome.until} as until
    from branch join (${statesOverTime(earlierHomes, homesNow)}) home on home.id = branch.id ${itsAssociation} where home.host_kind = ${hostKind} and ${inHome.some}`,
});

export const branchMeasures: Measure[] = [
  {
    code: "associations.branches",
    label: { vi: "Chi hội", en: "Branches" },
    description: "Branches of the union's friendship associations that stand on the last day.",
    unit: "count",
    kind: "stock",
    records: sql`select ${branch}, branch.since, ${raw(end)} as until from branch ${itsAssociation}`,
  },
  ofKind(BranchHostKind.SCHOOL, "branchesInSchools", "Chi hội trong trường học", "Branches in schools", "in schools"),
  ofKind(BranchHostKind.BUSINESS, "branchesInBusinesses", "Chi hội trong doanh nghiệp", "Branches in businesses", "in businesses"),
  ofKind(BranchHostKind.LOCALITY, "branchesInLocalities", "Chi hội ở địa phương", "Branches in localities", "in communes, wards, districts and towns"),
  ofKind(BranchHostKind.OTHER, "branchesElsewhere", "Chi hội khác", "Branches elsewhere", "elsewhere"),
];
