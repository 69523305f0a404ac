import { form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { Scholarship, ScholarshipAmountBasis } from "./scholarship";
import { ScholarshipAssociation } from "./scholarship-part";

const sponsor = z
  .strictObject({ partner: form.id.optional(), foreignNgo: form.id.optional(), association: form.id.optional(), name: form.text.optional() })
  .refine(given => Object.values(given).filter(Boolean).length === 1, "a sponsor is exactly one of partner, foreignNgo, association and name");

const amount = z.strictObject({ amount: form.decimal.refine(value => !value.startsWith("-") && value !== "0", "must be more than 0"), currency: form.currencyCode, basis: z.enum(ScholarshipAmountBasis) });

export const scholarshipRecords = recordKind({
  section: "scholarships",
  entry: form
    .entryOf({
      id: form.id,
      union: form.id,
      associations: z.array(form.id).min(1, "name the association that gave it or passed it on"),
      sponsor,
      recipients: z.number().int().min(1).optional(),
      nationality: form.countryCode.optional(),
      school: form.text.optional(),
      academicYear: z.string().regex(/^\d{4}-\d{4}$/, "a school year is text in quotes: \"2023-2024\"").optional(),
      awardedOn: form.partialDate.optional(),
      amount: amount.optional(),
    })
    .refine(({ academicYear, awardedOn }) => academicYear ?? awardedOn, { path: ["awardedOn"], message: "say when it was awarded, or by academicYear for which school year it is" }),
  id: entry => entry.id,
  rows: ({ id, union, associations, sponsor: by, recipients = null, nationality = null, school = null, academicYear = null, awardedOn = null, amount: money }, { sourceId }) => [
    row(Scholarship, {
      ...{ id, unionId: union, recipientCount: recipients, nationality, school, academicYear, awardedOn, sourceId },
      ...{ sponsorPartnerId: by.partner ?? null, sponsorNgoId: by.foreignNgo ?? null, sponsorAssociationId: by.association ?? null, sponsorName: by.name ?? null },
      ...{ amount: money?.amount ?? null, currency: money?.currency ?? null, amountBasis: money?.basis ?? null },
    }),
    ...associations.map(associationId => row(ScholarshipAssociation, { scholarshipId: id, associationId })),
  ],
});
