import { countryName } from "@huu-nghi/reference";
import { addDays, demoPart, Dice, FigureQualifier, Language, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { Delegation, DelegationDirection, type delegationKinds } from "./delegation";
import { DelegationCountry, DelegationHost, DelegationNgo } from "./delegation-links";

const inDemo = 160;

const kinds: (typeof delegationKinds)[number][] = ["LEADERS", "EMBASSY", "TROUPE", "NGO", "BUSINESS", "PEOPLE"];

/** A made-up delegation with everything that belongs to it. */
interface Made {
  delegation: Partial<Delegation> & { id: string };
  host: Omit<DelegationHost, "delegationId" | "place">;
  countries: string[];
  ngoIds: string[];
}

const one = (union: DemoUnion, number: number, dice: Dice): Made => {
  const association = dice.one(union.associations);
  const isInbound = dice.chance(0.75);
  const kind = dice.one(kinds);
  const arrivedOn = dice.day(union.firstYear, union.lastYear);
  const vi = association.countries.map(code => countryName(code)?.vi).join(" - ");
  return {
    delegation: {
      id: `${union.id}:delegation-${String(number).padStart(3, "0")}`,
      direction: isInbound ? DelegationDirection.INBOUND : DelegationDirection.OUTBOUND,
      kind,
      title: {
        vi: `Đoàn ${isInbound ? "từ" : "đi"} ${vi} số ${number} (${union.label})`,
        en: `${union.label} delegation ${number} ${isInbound ? "from" : "to"} ${association.of}`,
        ownTranslation: Language.VI,
      },
      ...(dice.chance(0.85)
        ? { headcount: dice.int(2, 40), headcountQualifier: dice.chance(0.1) ? FigureQualifier.MORE_THAN : FigureQualifier.EXACT }
        : { headcount: null, headcountQualifier: null }),
      arrivedOn,
      leftOn: addDays(arrivedOn, dice.int(0, 6)),
      sourceId: null,
    },
    host: { role: isInbound ? "HOST" : "SENDER", unionId: union.id, associationId: dice.chance(0.7) ? association.id : null },
    countries: association.countries,
    ngoIds: kind === "NGO" ? [dice.one(union.ngoIds)] : [],
  };
};

const made = (union: DemoUnion): Made[] => {
  const dice = new Dice(`${union.id} delegations`);
  return Array.from({ length: inDemo }, (_, index) => one(union, index + 1, dice));
};

export const delegationDemo = [
  demoPart({ table: Delegation, key: "id", rows: union => made(union).map(({ delegation }) => delegation) }),
  demoPart({
    table: DelegationHost,
    key: "delegation_id",
    rows: union => made(union).map(({ delegation, host }) => ({ delegationId: delegation.id, place: 1, ...host })),
  }),
  demoPart({
    table: DelegationCountry,
    key: "delegation_id",
    rows: union => made(union).flatMap(({ delegation, countries }) => countries.map(countryCode => ({ delegationId: delegation.id, countryCode }))),
  }),
  demoPart({
    table: DelegationNgo,
    key: "delegation_id",
    rows: union => made(union).flatMap(({ delegation, ngoIds }) => ngoIds.map(ngoId => ({ delegationId: delegation.id, ngoId }))),
  }),
];
