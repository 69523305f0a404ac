import { demoPart, Dice, form, Language, recordKind, row, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { MemberOrganisation, MemberOrganisationKind } from "./member-organisation";

export const memberOrganisationRecords = recordKind({
  section: "organisations",
  entry: form.entryOf({ id: form.id, union: form.id, name: form.localizedText, kind: z.enum(MemberOrganisationKind), locality: form.text.optional(), address: form.text.optional() }),
  id: entry => entry.id,
  rows: ({ id, union, name, kind, locality = null, address = null }, { sourceId }) => [row(MemberOrganisation, { id, unionId: union, name, kind, locality, address, published: true, sourceId })],
});

/** How many organisations a demo union has. */
export const demoOrganisations = 120;

export const demoOrganisationId = ({ id }: DemoUnion, number: number) => `${id}:organisation-${String(number).padStart(3, "0")}`;

const names: Record<MemberOrganisationKind, [vi: string, en: string]> = {
  BUSINESS: ["Công ty", "Company"],
  SCHOOL: ["Trường", "School"],
  AGENCY: ["Sở", "Agency"],
  ASSOCIATION: ["Hiệp hội", "Association"],
  OTHER: ["Câu lạc bộ", "Club"],
};

const demoRows = function* (union: DemoUnion): Iterable<Partial<MemberOrganisation>> {
  const dice = new Dice(`${union.id} organisations`);
  for (let number = 1; number <= demoOrganisations; number += 1) {
    const kind = dice.one(Object.values(MemberOrganisationKind));
    const [vi, en] = names[kind];
    yield {
      id: demoOrganisationId(union, number),
      unionId: union.id,
      name: { vi: `${vi} mẫu ${number} (${union.label})`, en: `${union.label} ${en} ${number}`, ownTranslation: Language.VI },
      kind,
      locality: `Phường mẫu ${dice.int(1, 30)} (${union.label})`,
      address: null,
      contact: null,
      published: number % 2 === 0,
      endedOn: null,
      sourceId: null,
    };
  }
};

export const memberOrganisationDemo = demoPart({ table: MemberOrganisation, key: "id", rows: demoRows });
