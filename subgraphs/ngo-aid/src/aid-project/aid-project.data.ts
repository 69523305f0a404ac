import { form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { positive } from "../exchange-rate";
import { AidProject, projectStatuses } from "./aid-project";
import { Locality, ProjectAssociation, ProjectLocality, ProjectNgo, ProjectSector } from "./project-share";

export const localityRecords = recordKind({
  section: "localities",
  entry: form.entryOf({ id: form.id, name: form.localizedText }),
  id: entry => entry.id,
  rows: ({ id, name }, { sourceId }) => [row(Locality, { id, name, sourceId })],
});

const within100 = (shares: { percentage?: string }[]) => shares.reduce((sum, { percentage = "0" }) => sum + Number(percentage), 0) <= 100 + 1e-9;
const sharesOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.strictObject({ ...shape, percentage: positive.optional() })).refine(shares => within100(shares as { percentage?: string }[]), "the percentages are more than 100 together");

export const aidProjectRecords = recordKind({
  section: "aidProjects",
  entry: form.entryOf({
    id: form.id,
    union: form.id,
    code: form.text,
    title: form.localizedText,
    status: z.enum(projectStatuses),
    startsOn: form.partialDate.optional(),
    endsOn: form.partialDate.optional(),
    ngos: sharesOf({ ngo: form.id }).default([]),
    sectors: z.array(z.strictObject({ sector: form.id, percentage: positive })).refine(within100, "the percentages are more than 100 together").default([]),
    localities: sharesOf({ locality: form.id }).default([]),
    associations: z.array(form.id).default([]),
  }),
  id: entry => entry.id,
  rows: ({ id, union, code, title, status, startsOn = null, endsOn = null, ngos, sectors, localities, associations }, { sourceId }) => [
    row(AidProject, { id, unionId: union, code, title, status, startsOn, endsOn, sourceId }),
    ...ngos.map(({ ngo, percentage = null }) => row(ProjectNgo, { projectId: id, ngoId: ngo, percentage })),
    ...sectors.map(({ sector, percentage }) => row(ProjectSector, { projectId: id, sectorCode: sector, percentage })),
    ...localities.map(({ locality, percentage = null }) => row(ProjectLocality, { projectId: id, localityId: locality, percentage })),
    ...associations.map(associationId => row(ProjectAssociation, { projectId: id, associationId })),
  ],
});
