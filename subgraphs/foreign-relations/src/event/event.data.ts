import { FigureQualifier, form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { unionOfAssociation } from "../friendship-association";
import { Event, eventKinds } from "./event";
import { EventCountry, EventDocument, EventNgo } from "./event-links";
import { EventOrganiser, organiserRoles } from "./event-organiser";

const organiser = z
  .strictObject({ role: z.enum(organiserRoles), union: form.id.optional(), association: form.id.optional(), partner: form.id.optional() })
  .refine(({ union, association, partner }) => [union, association, partner].filter(Boolean).length === 1, "an organiser is a union, an association or a partner, one of the three")
  .refine(({ association }) => !association || unionOfAssociation(association) !== "", { path: ["association"], message: "an association's id is <union>:<countries>" });

export const eventRecords = recordKind({
  section: "events",
  entry: form
    .entryOf({
      id: form.id,
      kind: z.enum(eventKinds),
      title: form.localizedText,
      startsOn: form.partialDate,
      endsOn: form.partialDate.optional(),
      countries: z.array(form.countryCode).default([]),
      organisers: z.array(organiser).default([]),
      headcount: z.number().int().min(0).optional(),
      headcountQualifier: z.enum(FigureQualifier).optional(),
      occasion: form.id.optional(),
      implements: z.array(form.id).default([]),
      ngos: z.array(form.id).default([]),
    })
    .refine(({ headcount, headcountQualifier }) => headcount !== undefined || !headcountQualifier, { path: ["headcountQualifier"], message: "there is no headcount that it is about" }),
  id: entry => entry.id,
  rows: ({ id, kind, title, startsOn, endsOn = null, countries, organisers, headcount = null, headcountQualifier, occasion = null, implements: documents, ngos }, { sourceId }) => [
    row(Event, {
      id,
      kind,
      title,
      startsOn,
      endsOn,
      headcount,
      headcountQualifier: headcount === null ? null : (headcountQualifier ?? FigureQualifier.EXACT),
      occasionId: occasion,
      sourceId,
    }),
    ...organisers.map(({ role, union, association = null, partner = null }, index) =>
      row(EventOrganiser, {
        eventId: id,
        place: index + 1,
        role,
        unionId: union ?? (association && unionOfAssociation(association)),
        associationId: association,
        partnerId: partner,
      }),
    ),
    ...countries.map(countryCode => row(EventCountry, { eventId: id, countryCode })),
    ...documents.map(documentId => row(EventDocument, { eventId: id, documentId })),
    ...ngos.map(ngoId => row(EventNgo, { eventId: id, ngoId })),
  ],
});
