import { demoPart, Dice, form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { demoPersonId } from "../person";
import { OverseasNumber, OverseasPeople } from "./overseas-number";
import { ResidenceAbroad } from "./residence-abroad";

const abroad = form.countryCode.refine(code => code !== "VN", "Viet Nam is not abroad");

interface Identity {
  union: string;
  people: string;
  country?: string | undefined;
  statedAsOf: string;
}

const idOf = ({ union, people, country, statedAsOf }: Identity, sourceId: string) => [union, people, country, statedAsOf, sourceId].filter(Boolean).join(" ");

export const overseasNumberRecords = recordKind({
  section: "overseasNumbers",
  entry: form.entryOf({
    union: form.id, people: z.enum(OverseasPeople), country: abroad.optional(), statedAsOf: form.partialDate, number: z.number().int().min(0),
    qualifier: z.enum(["EXACT", "ABOUT", "MORE_THAN", "NEARLY"]).default("EXACT"), printed: form.text,
  }),
  id: (entry, { sourceId }) => idOf(entry, sourceId),
  rows: (entry, { sourceId }) => {
    const { union, people, country = null, statedAsOf, number, qualifier, printed } = entry;
    return [row(OverseasNumber, { id: idOf(entry, sourceId), unionId: union, people, countryCode: country, statedAsOf, number, qualifier, asPrinted: printed, sourceId })];
  },
});

const countries = ["CZ", "DE", "RU", "US", "FR", "PL", "JP", "KR", "AU", "LA"];

/** Of every 40th person: some still abroad, some back. */
export const residenceDemo = demoPart({
  table: ResidenceAbroad,
  key: "id",
  rows: union => {
    const dice = new Dice(`${union.id} residences abroad`);
    return Array.from({ length: 250 }, (_, at) => {
      const since = dice.int(1980, 2010);
      const ended = dice.chance(0.4);
      return {
        id: `${union.id}:residence-${String(at + 1).padStart(3, "0")}`,
        personId: demoPersonId(union, at * 40 + 1),
        countryCode: dice.one(countries),
        since: String(since),
        until: ended ? String(dice.int(since + 3, union.lastYear - 1)) : null,
        returned: ended && dice.chance(0.9),
        sourceId: null,
      };
    });
  },
});
