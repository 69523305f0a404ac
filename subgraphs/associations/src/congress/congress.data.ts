import { demoPart, Dice, form, recordKind, row, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { Congress, CongressLevel } from "./congress";
import { CongressBody, CongressBodyKind } from "./congress-body";
import { mostOrdinal } from "./congress-rules";

const year = z.number().int().min(1900).max(2999);
const some = z.number().int().min(1);

const body = z
  .strictObject({ kind: z.enum(CongressBodyKind), name: form.text.optional(), members: some.optional() })
  .refine(({ kind, name }) => kind !== CongressBodyKind.OTHER || name, { path: ["name"], message: "a body of the kind OTHER needs a name" });

const idOf = (association: string, ordinal: number) => `${association}:congress-${ordinal}`;

export const congressRecords = recordKind({
  section: "congresses",
  entry: form
    .entryOf({
      association: form.id, ordinal: some.max(mostOrdinal), heldOn: form.partialDate.optional(), plannedOn: form.partialDate.optional(), tenureFrom: year, tenureTo: year,
      level: z.enum(CongressLevel).optional(), delegates: some.optional(), bodies: z.array(body).default([]),
    })
    .refine(({ tenureFrom, tenureTo }) => tenureFrom <= tenureTo, { path: ["tenureTo"], message: "the tenure ends before it begins" }),
  id: ({ association, ordinal }) => idOf(association, ordinal),
  rows: ({ association, ordinal, heldOn = null, plannedOn = null, tenureFrom, tenureTo, level = null, delegates = null, bodies }, { sourceId }) => [
    row(Congress, { id: idOf(association, ordinal), associationId: association, ordinal, heldOn, plannedOn, tenureFrom, tenureTo, level, delegates, sourceId }),
    ...bodies.map(({ kind, name = null, members = null }, index) => row(CongressBody, { congressId: idOf(association, ordinal), place: index + 1, kind, name, members })),
  ],
});

/** When tenures begin: of most in 2023; of the second, third and fourth association earlier, so that theirs end in 2025, 2026 and 2027. */
const demoTenures = (at: number) => {
  const began = 2023 - (at === 0 ? 0 : Math.max(0, 4 - at));
  return [began - 5, began];
};
/** Whose next congress is planned: not that of every one whose tenure ends soon. */
const plans = [3, 5];

const demoBodies = ({ id: unionId, associations }: DemoUnion) => {
  const dice = new Dice(`${unionId} congress bodies`);
  return associations.flatMap(({ id }, at) =>
    demoTenures(at).flatMap((_, index) =>
      [
        { kind: CongressBodyKind.EXECUTIVE_COMMITTEE, members: dice.int(11, 21) },
        { kind: CongressBodyKind.STANDING_COMMITTEE, members: dice.int(3, 7) },
        { kind: CongressBodyKind.INSPECTION_COMMITTEE, members: 3 },
      ].map((each, place) => ({ ...each, congressId: idOf(id, index + 1), place: place + 1, name: null })),
    ),
  );
};

export const congressDemo = [
  demoPart({
    table: Congress,
    key: "id",
    rows: ({ id: unionId, associations }) => {
      const dice = new Dice(`${unionId} congresses`);
      return associations.flatMap(({ id }, at) => {
        const shared = (ordinal: number, tenureFrom: number) => ({
          id: idOf(id, ordinal), associationId: id, ordinal, tenureFrom, tenureTo: tenureFrom + 5, level: CongressLevel.PROVINCIAL, sourceId: null,
        });
        const held = demoTenures(at).map((tenureFrom, index) => ({ ...shared(index + 1, tenureFrom), heldOn: `${tenureFrom}-06`, plannedOn: null, delegates: dice.int(80, 220) }));
        const next = demoTenures(at)[1]! + 5;
        return plans.includes(at) ? [...held, { ...shared(3, next), heldOn: null, plannedOn: `${next}-06`, delegates: null }] : held;
      });
    },
  }),
  demoPart({ table: CongressBody, key: "congress_id", rows: demoBodies }),
];
