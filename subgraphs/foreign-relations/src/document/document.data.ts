import { form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { Document } from "./document";
import { DocumentImplementation } from "./document-implementation";
import { documentKinds, parseDocumentNumber } from "./document-number";
import { Issuer } from "./issuer";

export const issuerRecords = recordKind({
  section: "issuers",
  entry: form.entryOf({ id: form.id, name: form.localizedText, aliases: z.array(form.text).default([]) }),
  id: entry => entry.id,
  rows: ({ id, name, aliases }, { sourceId }) => [row(Issuer, { id, name, aliases, sourceId })],
});

export const documentRecords = recordKind({
  section: "documents",
  entry: form
    .entryOf({
      id: form.id,
      kind: z.enum(documentKinds),
      number: form.text.optional(),
      title: form.localizedText,
      issuer: form.id,
      issuedOn: form.partialDate.optional(),
      implements: z.array(form.id).default([]),
    })
    .refine(({ number }) => number === undefined || parseDocumentNumber(number), { path: ["number"], message: "a number has digits; leave it out when nobody says it" }),
  id: entry => entry.id,
  rows: ({ id, kind, number = null, title, issuer, issuedOn = null, implements: implemented }, { sourceId }) => {
    const { serial, suffix } = parseDocumentNumber(number ?? "") ?? { serial: null, suffix: null };
    return [
      row(Document, { id, kind, number, title, issuerId: issuer, issuedOn, serial, suffix, sourceId }),
      ...implemented.map(implementedId => row(DocumentImplementation, { documentId: id, implementedId })),
    ];
  },
});
