import { demoPart, Dice, form, Language, recordKind, row, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { demoPeople, demoPersonId, demoPersonName } from "../person";
import { Position, PositionBodyKind, PositionRole } from "./position";
import { noText } from "./position-rows";

/** An office that a source names; the holder's name as printed, with a person of the records or without. */
export const positionRecords = recordKind({
  section: "positions",
  entry: form
    .entryOf({
      id: form.id, union: form.id.optional(), association: form.id.optional(), holder: form.text, person: form.id.optional(), title: form.localizedText, role: z.enum(PositionRole),
      bodyKind: z.enum(PositionBodyKind), bodyName: form.localizedText.optional(), acting: z.boolean().optional(), since: form.partialDate.optional(), namedAsOf: form.partialDate.optional(), until: form.partialDate.optional(),
    })
    .refine(({ union, association }) => (union === undefined) !== (association === undefined), { path: ["union"], message: "a position is in a union or in an association: name one of the two" })
    .refine(({ since, namedAsOf }) => since ?? namedAsOf, { path: ["since"], message: "say when it began, or by namedAsOf for what day the source names its holder" }),
  id: entry => entry.id,
  rows: ({ id, union = null, association = null, holder, person = null, title, role, bodyKind, bodyName = noText, acting, since = null, namedAsOf = null, until = null }, { sourceId }) => [
    row(Position, { id, unionId: union, associationId: association, holderName: holder, personId: person, published: true, title, role, bodyKind, bodyName, since, namedAsOf, until, sourceId, ...(acting === undefined ? {} : { acting }) }),
  ],
});

const { CHAIR, VICE_CHAIR, GENERAL_SECRETARY, HEAD, DEPUTY_HEAD, OTHER } = PositionRole;
const titles: Record<string, [vi: string, en: string]> = {
  [CHAIR]: ["Chủ tịch", "Chairman"],
  [VICE_CHAIR]: ["Phó Chủ tịch", "Vice Chairman"],
  [GENERAL_SECRETARY]: ["Tổng thư ký", "General Secretary"],
  [HEAD]: ["Trưởng ban", "Head of Division"],
  [DEPUTY_HEAD]: ["Phó Trưởng ban", "Deputy Head of Division"],
  [OTHER]: ["Chuyên viên", "Officer"],
};

interface Seat {
  unionId: string | null;
  associationId: string | null;
  role: PositionRole;
  bodyKind: PositionBodyKind;
}

const committee = (seat: Pick<Seat, "unionId" | "associationId">, roles: PositionRole[]): Seat[] => roles.map(role => ({ ...seat, role, bodyKind: PositionBodyKind.EXECUTIVE_COMMITTEE }));
const staff = (unionId: string): Seat[] => [HEAD, DEPUTY_HEAD, OTHER, OTHER, OTHER].map(role => ({ unionId, associationId: null, role, bodyKind: PositionBodyKind.OFFICE }));

/** Two tenures of each committee, of which the chairs are published, and the union's staff. */
const demoPositions = function* ({ id: unionId, label, associations, ...rest }: DemoUnion): Iterable<Partial<Position>> {
  const union = { id: unionId, label, associations, ...rest };
  const dice = new Dice(`${unionId} positions`);
  const elected = [committee({ unionId, associationId: null }, [CHAIR, VICE_CHAIR, VICE_CHAIR, GENERAL_SECRETARY]), ...associations.map(({ id }) => committee({ unionId: null, associationId: id }, [CHAIR, VICE_CHAIR, GENERAL_SECRETARY]))].flat();
  const tenures = [
    ...elected.map(seat => ({ ...seat, since: "2018-06", until: "2023-06" })), ...elected.map(seat => ({ ...seat, since: "2023-06", until: null })), ...staff(unionId).map(seat => ({ ...seat, since: "2021", until: null })),
  ];
  let number = 0;
  for (const { role, ...tenure } of tenures) {
    number += 1;
    const person = dice.int(1, demoPeople);
    const [vi, en] = titles[role]!;
    yield {
      ...tenure, id: `${unionId}:position-${String(number).padStart(3, "0")}`, role, title: { vi: `${vi} (${label})`, en: `${label} ${en}`, ownTranslation: Language.VI }, bodyName: noText,
      personId: demoPersonId(union, person), holderName: demoPersonName(union, person), published: role === CHAIR, namedAsOf: null, sourceId: null,
    };
  }
};

export const positionDemo = demoPart({ table: Position, key: "id", rows: demoPositions });
