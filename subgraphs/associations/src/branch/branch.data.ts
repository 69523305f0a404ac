import { demoPart, Dice, form, Language, recordKind, row, sql, type DemoAssociation, type Measure } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { Branch, BranchHostKind } from "./branch";

export const branchRecords = recordKind({
  section: "branches",
  entry: form.entryOf({ id: form.id, association: form.id, name: form.localizedText, hostKind: z.enum(BranchHostKind), since: form.partialDate, until: form.partialDate.optional() }),
  id: entry => entry.id,
  rows: ({ id, association, name, hostKind, since, until = null }, { sourceId }) => [row(Branch, { id, associationId: association, name, hostKind, since, until, sourceId })],
});

export const branchMeasures: Measure[] = [
  {
    code: "associations.branches",
    label: { vi: "Chi hội", en: "Branches" },
    description: "Branches of the union's friendship associations that stand on the last day.",
    unit: "count",
    kind: "stock",
    records: sql`
      select association.union_id, 'Branch' as kind, branch.id, branch.name_vi as label_vi, branch.name_en as label_en, 1 as value, 'EXACT' as qualifier,
        branch.since, coalesce(branch.until, association.dissolved_on) as until
      from branch join friendship_association association on association.id = branch.association_id`,
  },
];

const inLargest = 31;
const inOthers = [14, 11, 9, 8, 7, 6, 5, 4, 3];
const hostNames: Record<BranchHostKind, [string, string]> = {
  SCHOOL: ["Trường", "School"],
  BUSINESS: ["Doanh nghiệp", "Business"],
  LOCALITY: ["Phường", "Ward"],
  OTHER: ["Câu lạc bộ", "Club"],
};

/** How many demo branches an association has: the first is the largest. */
export const demoBranchIds = ({ id }: DemoAssociation, index: number) =>
  Array.from({ length: index === 0 ? inLargest : (inOthers[index - 1] ?? 3) }, (_, at) => `${id}:branch-${String(at + 1).padStart(2, "0")}`);

export const branchDemo = demoPart({
  table: Branch,
  key: "id",
  rows: ({ id: unionId, label, associations, firstYear, lastYear }) => {
    const dice = new Dice(`${unionId} branches`);
    return associations.flatMap((association, index) =>
      demoBranchIds(association, index).map((id, at) => {
        const hostKind = dice.one(Object.values(BranchHostKind));
        const [vi, en] = hostNames[hostKind];
        const name = { vi: `Chi hội ${vi} ${at + 1} (${label})`, en: `${label} ${en} branch ${at + 1}`, ownTranslation: Language.VI };
        return { id, associationId: association.id, name, hostKind, since: String(dice.int(firstYear - 5, lastYear)), until: null, sourceId: null };
      }),
    );
  },
});
