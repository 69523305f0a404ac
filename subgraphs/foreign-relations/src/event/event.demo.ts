import { demoPart, Dice, FigureQualifier, Language, type DemoAssociation, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { demoDocumentIds } from "../document";
import { demoFoundingDay } from "../important-date";
import { demoPartnerIds } from "../partner";
import { Event, type eventKinds } from "./event";
import { EventCountry, EventDocument, EventNgo } from "./event-links";
import { EventOrganiser } from "./event-organiser";

const inDemo = 120;

const kinds: { kind: (typeof eventKinds)[number]; vi: string; en: string }[] = [
  { kind: "CELEBRATION", vi: "Lễ kỷ niệm", en: "Celebration" },
  { kind: "FESTIVAL", vi: "Lễ hội giao lưu", en: "Friendship festival" },
  { kind: "EXCHANGE", vi: "Giao lưu nhân dân", en: "People-to-people exchange" },
  { kind: "CONFERENCE", vi: "Hội nghị", en: "Conference" },
  { kind: "MEETING", vi: "Họp mặt", en: "Meeting" },
  { kind: "TRAINING", vi: "Lớp tập huấn", en: "Training" },
];

/** A made-up event with everything that belongs to it. */
interface Made {
  event: Partial<Event> & { id: string };
  organisers: Omit<EventOrganiser, "eventId" | "place">[];
  countries: string[];
  documentIds: string[];
  ngoIds: string[];
}

const one = (union: DemoUnion, number: number, dice: Dice): Made => {
  const id = `${union.id}:event-${String(number).padStart(3, "0")}`;
  const association: DemoAssociation = dice.one(union.associations);
  const other = dice.one(union.associations);
  const { kind, vi, en } = dice.one(kinds);
  const year = dice.int(union.firstYear, union.lastYear);
  const isAnniversary = kind === "CELEBRATION";
  const startsOn = isAnniversary ? `${year}-${String(union.associations.indexOf(association) + 2).padStart(2, "0")}-15` : dice.day(year, year);
  const isShared = other !== association && dice.chance(0.2);
  const byUnion = { role: "HOST" as const, unionId: union.id, associationId: null, partnerId: null };
  const by = (of: DemoAssociation, role: EventOrganiser["role"]) => ({ role, unionId: union.id, associationId: of.id, partnerId: null });
  const partner = { role: "COORDINATING" as const, unionId: null, associationId: null, partnerId: dice.one(demoPartnerIds(union)) };
  return {
    event: {
      id,
      kind,
      title: { vi: `${vi} ${number} (${union.label})`, en: `${union.label} ${en} ${number}`, ownTranslation: Language.VI },
      startsOn,
      endsOn: null,
      ...(dice.chance(0.7)
        ? { headcount: dice.int(20, 400), headcountQualifier: dice.chance(0.3) ? FigureQualifier.MORE_THAN : FigureQualifier.EXACT }
        : { headcount: null, headcountQualifier: null }),
      occasionId: isAnniversary ? demoFoundingDay(association) : null,
      sourceId: null,
    },
    organisers: [
      ...(dice.chance(0.4) ? [byUnion, by(association, "CO_ORGANISER")] : [by(association, "HOST")]),
      ...(isShared ? [by(other, "CO_ORGANISER")] : []),
      ...(dice.chance(0.3) ? [partner] : []),
    ],
    countries: [...new Set([...association.countries, ...(isShared ? other.countries : [])])],
    documentIds: dice.chance(0.25) ? [dice.one(demoDocumentIds(union))] : [],
    ngoIds: dice.chance(0.3) ? [...new Set([dice.one(union.ngoIds), dice.one(union.ngoIds)])] : [],
  };
};

const made = (union: DemoUnion): Made[] => {
  const dice = new Dice(`${union.id} events`);
  return Array.from({ length: inDemo }, (_, index) => one(union, index + 1, dice));
};

export const eventDemo = [
  demoPart({ table: Event, key: "id", rows: union => made(union).map(({ event }) => event) }),
  demoPart({
    table: EventOrganiser,
    key: "event_id",
    rows: union => made(union).flatMap(({ event, organisers }) => organisers.map((organiser, index) => ({ eventId: event.id, place: index + 1, ...organiser }))),
  }),
  demoPart({
    table: EventCountry,
    key: "event_id",
    rows: union => made(union).flatMap(({ event, countries }) => countries.map(countryCode => ({ eventId: event.id, countryCode }))),
  }),
  demoPart({
    table: EventDocument,
    key: "event_id",
    rows: union => made(union).flatMap(({ event, documentIds }) => documentIds.map(documentId => ({ eventId: event.id, documentId }))),
  }),
  demoPart({
    table: EventNgo,
    key: "event_id",
    rows: union => made(union).flatMap(({ event, ngoIds }) => ngoIds.map(ngoId => ({ eventId: event.id, ngoId }))),
  }),
];
