import { demoPart, Dice, form, Language, recordKind, row, type DemoAssociation } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { Branch, BranchHostKind } from "./branch";

export const branchRecords = recordKind({
  section: "branches",
  entry: form.entryOf({
    id: form.id, association: form.id, parent: form.id.optional(), name: form.localizedText, hostKind: z.enum(BranchHostKind), hostOrganisation: form.text.optional(), locality: form.text.optional(),
    since: form.partialDate, until: form.partialDate.optional(),
  }),
  id: entry => entry.id,
  rows: ({ id, association, parent = null, name, hostKind, hostOrganisation = null, locality = null, since, until = null }, { sourceId }) => [
    row(Branch, { id, associationId: association, parentId: parent, name, hostKind, hostOrganisation, locality, since, until, sourceId }),
  ],
});

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

/** Every third one is right below its association, and has a branch below it, which has one too. */
const demoParent = (ids: string[], at: number) => (at % 3 === 0 ? null : ids[at - 1]!);

export const branchDemo = demoPart({
  table: Branch,
  key: "id",
  rows: ({ id: unionId, label, associations, firstYear, lastYear }) => {
    const dice = new Dice(`${unionId} branches`);
    return associations.flatMap((association, index) =>
      demoBranchIds(association, index).map((id, at, ids) => {
        const hostKind = dice.one(Object.values(BranchHostKind));
        const [vi, en] = hostNames[hostKind];
        const name = { vi: `Chi hội ${vi} ${at + 1} (${label})`, en: `${label} ${en} branch ${at + 1}`, ownTranslation: Language.VI };
        const hostOrganisation = hostKind === BranchHostKind.LOCALITY ? null : `${vi} mẫu ${at + 1}`;
        const locality = dice.chance(0.7) ? `Phường mẫu ${dice.int(1, 12)}` : null;
        return { id, associationId: association.id, parentId: demoParent(ids, at), name, hostKind, hostOrganisation, locality, since: String(dice.int(firstYear - 5, lastYear)), until: null, sourceId: null };
      }),
    );
  },
});
