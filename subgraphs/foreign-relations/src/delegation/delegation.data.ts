import { FigureQualifier, form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { unionOfAssociation } from "../friendship-association";
import { Delegation, DelegationDirection, delegationKinds } from "./delegation";
import { DelegationCountry, DelegationHost, DelegationNgo, hostRoles } from "./delegation-links";

const host = z
  .strictObject({ role: z.enum(hostRoles), union: form.id.optional(), association: form.id.optional() })
  .refine(({ union, association }) => [union, association].filter(Boolean).length === 1, "a host is a union or an association, one of the two")
  .refine(({ association }) => !association || unionOfAssociation(association) !== "", { path: ["association"], message: "an association's id is <union>:<countries>" });

export const delegationRecords = recordKind({
  section: "delegations",
  entry: form
    .entryOf({
      id: form.id,
      direction: z.enum(DelegationDirection),
      kind: z.enum(delegationKinds),
      title: form.localizedText,
      countries: z.array(form.countryCode).default([]),
      hosts: z.array(host).min(1, "a delegation has a host"),
      headcount: z.number().int().min(0).optional(),
      headcountQualifier: z.enum(FigureQualifier).optional(),
      arrivedOn: form.partialDate,
      leftOn: form.partialDate.optional(),
      ngos: z.array(form.id).default([]),
    })
    .refine(({ headcount, headcountQualifier }) => headcount !== undefined || !headcountQualifier, { path: ["headcountQualifier"], message: "there is no headcount that it is about" }),
  id: entry => entry.id,
  rows: ({ id, direction, kind, title, countries, hosts, headcount = null, headcountQualifier, arrivedOn, leftOn = null, ngos }, { sourceId }) => [
    row(Delegation, {
      id,
      direction,
      kind,
      title,
      headcount,
      headcountQualifier: headcount === null ? null : (headcountQualifier ?? FigureQualifier.EXACT),
      arrivedOn,
      leftOn,
      sourceId,
    }),
    ...hosts.map(({ role, union, association = null }, index) =>
      row(DelegationHost, { delegationId: id, place: index + 1, role, unionId: union ?? unionOfAssociation(association ?? ""), associationId: association }),
    ),
    ...countries.map(countryCode => row(DelegationCountry, { delegationId: id, countryCode })),
    ...ngos.map(ngoId => row(DelegationNgo, { delegationId: id, ngoId })),
  ],
});
