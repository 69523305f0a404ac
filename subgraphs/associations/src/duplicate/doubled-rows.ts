import { Problem } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import type { PersonMergeRow } from "./person-merge";

type Kept = Omit<PersonMergeRow, "mergeId">;

/** Throws where both got one award: of how many it was then, only somebody who knows can say. */
export const refuseSameAward = async (tx: EntityManager, keptId: string, mergedId: string): Promise<void> => {
  const awards = await tx.query<{ id: string }[]>(
    `select scholarship_id as id from scholarship_recipient kept join scholarship_recipient merged using (scholarship_id)
     where kept.person_id = $1 and merged.person_id = $2 order by scholarship_id`,
    [keptId, mergedId],
  );
  if (awards.length === 0) return;
  const scholarships = awards.map(({ id }) => id);
  throw new Problem("CONFLICT", `Both are recipients of the scholarship ${scholarships.join(", ")}. Name one of them there, and say how many recipients it had, with correctScholarship.`, { scholarships });
};

/** Of a consent that both gave, to one text in one union, that of the kept person stands; what the other one was is kept. */
export const joinConsents = async (tx: EntityManager, keptId: string, mergedId: string): Promise<Kept[]> => {
  const doubled = await tx.query<{ kept: string; version: number; merged: string }[]>(
    `select kept.id as kept, kept.version, merged.id as merged from consent kept join consent merged using (union_id, purpose, text_version)
     where kept.person_id = $1 and merged.person_id = $2 and kept.withdrawn_at is null and merged.withdrawn_at is null order by kept.id for no key update`,
    [keptId, mergedId],
  );
  const rows: Kept[] = [];
  for (const { kept, version, merged } of doubled) {
    const [removed] = await tx.query<[{ row: Record<string, unknown> }[]]>("delete from consent gone where id = $1 returning to_jsonb(gone) as row", [merged]);
    // It speaks for both from now on: withdrawn since, it is not undone over.
    rows.push({ rowType: "consent", rowKey: JSON.stringify({ id: kept }), what: "JOINED", before: { person_id: keptId }, mark: String(version) });
    rows.push({ rowType: "consent", rowKey: JSON.stringify({ id: merged }), what: "REMOVED", before: removed[0]!.row, mark: "" });
  }
  return rows;
};
