import { form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { DonorKind, ForeignNgo, ForeignNgoAlias } from "./foreign-ngo";
import { Registration, RegistrationArea, registrationKinds } from "./registration";

export const foreignNgoRecords = recordKind({
  section: "foreignNgos",
  entry: form.entryOf({
    id: form.id,
    name: form.localizedText,
    kind: z.enum(DonorKind).default(DonorKind.NGO),
    country: form.countryCode.optional(),
    aliases: z.array(form.text).default([]),
  }),
  id: entry => entry.id,
  rows: ({ id, name, kind, country = null, aliases }, { sourceId }) => [
    row(ForeignNgo, { id, name, kind, countryCode: country, sourceId }),
    ...aliases.map(alias => row(ForeignNgoAlias, { ngoId: id, alias, sourceId })),
  ],
});

export const registrationRecords = recordKind({
  section: "registrations",
  entry: form.entryOf({
    ngo: form.id,
    number: form.text,
    kind: z.enum(registrationKinds),
    issuedOn: form.partialDate.optional(),
    expiresOn: form.partialDate.optional(),
    unions: z.array(form.id).default([]),
  }),
  id: ({ ngo, number }) => `${ngo} ${number}`,
  rows: ({ ngo, number, kind, issuedOn = null, expiresOn = null, unions }, { sourceId }) => [
    row(Registration, { id: `${ngo} ${number}`, ngoId: ngo, number, kind, issuedOn, expiresOn, sourceId }),
    ...unions.map(unionId => row(RegistrationArea, { registrationId: `${ngo} ${number}`, unionId })),
  ],
});
