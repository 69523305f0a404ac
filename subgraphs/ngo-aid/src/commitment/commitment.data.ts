import { addDays, demoPart, Dice, form, recordKind, row, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { z } from "zod";
import { demoProjects, type DemoProject } from "../aid-project";
import { amountFields, hasCurrencyDigits, tooManyDigits } from "../exchange-rate";
import { Commitment, CommitmentKind } from "./commitment";

export const commitmentRecords = recordKind({
  section: "commitments",
  entry: form
    .entryOf({ id: form.id, project: form.id, kind: z.enum(CommitmentKind).default(CommitmentKind.ORIGINAL), revises: form.id.optional(), ...amountFields, signedOn: form.localDate })
    .refine(({ kind, revises }) => kind === CommitmentKind.REVISION || revises === undefined, { path: ["revises"], message: "only a REVISION changes another one" })
    .refine(hasCurrencyDigits, tooManyDigits)
    .refine(({ kind, amount }) => kind === CommitmentKind.REVISION || !amount.startsWith("-"), { path: ["amount"], message: "only a REVISION can be negative" }),
  id: entry => entry.id,
  rows: ({ id, project, kind, revises = null, amount, currency, signedOn }, { sourceId }) => [row(Commitment, { id, projectId: project, kind, revisesId: revises, amount, currency, signedOn, sourceId })],
});

/** The first promise, and for every third project an addition or a cut within the demo years. */
const demoCommitmentsOf = ({ id, currency, amount, signedOn }: DemoProject, lastYear: number): Partial<Commitment>[] => {
  if (signedOn === null) return [];
  const dice = new Dice(`${id} commitments`);
  const entry = { projectId: id, currency, sourceId: null };
  const original = { id: `${id}:commitment-1`, ...entry, kind: CommitmentKind.ORIGINAL, amount: String(amount), signedOn };
  const revisedOn = addDays(signedOn, dice.int(120, 500));
  if (!dice.chance(0.33) || revisedOn > `${lastYear}-12-31`) return [original];
  const change = Math.max(1, Math.round((amount * dice.int(10, 35)) / 100)) * (dice.chance(0.4) ? -1 : 1);
  return [original, { id: `${id}:commitment-2`, ...entry, kind: CommitmentKind.REVISION, revisesId: original.id, amount: String(change), signedOn: revisedOn }];
};

export const commitmentDemo = demoPart({
  table: Commitment,
  key: "id",
  rows: (union: DemoUnion) => demoProjects(union).flatMap(project => demoCommitmentsOf(project, union.lastYear)),
});
