import { form, recordKind, row } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { SuccessionKind, successionId, type Succession } from "./succession";

/** The decision that an entry names; each part of it only where its source gives it. */
export const decisionForm = z.strictObject({ number: form.text.optional(), date: form.partialDate.optional(), issuer: form.text.optional() });

// What is not given is left out, so that an entry of an earlier time is the same entry.
export const decisionColumns = ({ number, date, issuer }: z.infer<typeof decisionForm> = {}) => ({
  ...(number !== undefined && { decisionNumber: number }),
  ...(date !== undefined && { decidedOn: date }),
  ...(issuer !== undefined && { decisionIssuer: issuer }),
});

/** Entries of who succeeded whom, in a section of this name. */
export const successionRecords = (section: string, table: new () => Succession) =>
  recordKind({
    section,
    entry: form
      .entryOf({ predecessor: form.id, successor: form.id, kind: z.enum(SuccessionKind), effectiveOn: form.partialDate, decision: decisionForm.optional() })
      .refine(({ predecessor, successor }) => predecessor !== successor, { path: ["successor"], message: "nothing succeeds itself" }),
    id: ({ predecessor, successor }) => successionId(predecessor, successor),
    rows: ({ predecessor, successor, kind, effectiveOn, decision }, { sourceId }) => [
      row(table, { id: successionId(predecessor, successor), predecessorId: predecessor, successorId: successor, kind, effectiveOn, ...decisionColumns(decision), sourceId }),
    ],
  });
