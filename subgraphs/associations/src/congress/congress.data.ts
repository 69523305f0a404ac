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

const demoTenures = [2018, 2023];

const demoBodies = ({ id: unionId, associations }: DemoUnion) => {
  const dice = new Dice(`${unionId} congress bodies`);
  return associations.flatMap(({ id }) =>
    demoTenures.flatMap((_, index) =>
      [
        { kind: CongressBodyKind.EXECUTIVE_COMMITTEE, members: dice.int(11, 21) },
        { kind: CongressBodyKind.STANDING_COMMITTEE, members: dice.int(3, 7) },
        { kind: CongressBodyKind.INSPECTION_COMMITTEE, members: 3 },
      ].map((each, at) => ({ ...each, congressId: idOf(id, index + 1), place: at + 1, name: null })),
    ),
  );
};

export const congressDemo = [
  demoPart({
    table: Congress,
    key: "id",
    rows: ({ id: unionId, associations }) => {
      const dice = new Dice(`${unionId} congresses`);
      return associations.flatMap(({ id }) =>
        demoTenures.map((tenureFrom, index) => ({
          id: idOf(id, index + 1), associationId: id, ordinal: index + 1, heldOn: `${tenureFrom}-06`, plannedOn: null, tenureFrom, tenureTo: tenureFrom + 5,
          level: CongressLevel.PROVINCIAL, delegates: dice.int(80, 220), sourceId: null,
        })),
      );
    },
  }),
  demoPart({ table: CongressBody, key: "congress_id", rows: demoBodies }),
];
