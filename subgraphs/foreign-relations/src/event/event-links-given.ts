import { BadInput, few, findCountry, foreignId, oneOf } from "@huu-nghi/subgraph-kit";
import { unionOfAssociation } from "../friendship-association";
import { type EventCountry, type EventDocument, type EventNgo } from "./event-links";
import { type EventOrganiser, organiserRoles } from "./event-organiser";
import type { ChangeEventInput, EventOrganiserInput } from "./event.input";

/** What an input says of an event's links, checked; undefined for what it says nothing of. */
export interface GivenLinks {
  organisers: readonly Omit<EventOrganiser, "eventId">[] | undefined;
  countries: readonly Omit<EventCountry, "eventId">[] | undefined;
  documents: readonly Omit<EventDocument, "eventId">[] | undefined;
  ngos: readonly Omit<EventNgo, "eventId">[] | undefined;
}

const most = 50;

const organiser = ({ role, union, association, partner }: EventOrganiserInput, index: number): Omit<EventOrganiser, "eventId"> => {
  if ([union, association, partner].filter(each => each != null).length !== 1) throw new BadInput("organisers", "An organiser is a union, an association or a partner, one of the three.");
  const unionId = association == null ? (union ?? null) : unionOfAssociation(foreignId("organisers", association));
  if (association != null && association.indexOf(":") < 1) throw new BadInput("organisers", "The id of an association begins with its union's, as in dong-nai:la.");
  if (unionId !== null) foreignId("organisers", unionId);
  return { place: index + 1, role: oneOf("organisers", role, organiserRoles), unionId, associationId: association ?? null, partnerId: partner ?? null };
};

const knownCountry = (countryCode: string) => {
  if (findCountry(countryCode)) return { countryCode };
  throw new BadInput("countries", `${countryCode} is the code of no country.`);
};

type LinksInput = Pick<ChangeEventInput, "organisers" | "countries" | "implements" | "ngos">;

export const givenLinks = ({ organisers, countries, implements: documents, ngos }: LinksInput): GivenLinks => ({
  organisers: organisers == null ? undefined : few("organisers", organisers.map(organiser), most, ({ place: _, ...who }) => who),
  countries: countries == null ? undefined : few("countries", countries, 250, code => code).map(knownCountry),
  documents: documents == null ? undefined : few("implements", documents, most, id => id).map(documentId => ({ documentId })),
  ngos: ngos == null ? undefined : few("ngos", ngos, 200, id => id).map(ngoId => ({ ngoId: foreignId("ngos", ngoId) })),
});

/** The unions of those who organise: their own, or the one that an association belongs to. */
export const unionsAmong = (organisers: readonly Pick<EventOrganiser, "unionId">[]): string[] => [...new Set(organisers.flatMap(({ unionId }) => unionId ?? []))];
