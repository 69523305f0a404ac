import { Problem } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { earlierSince, joined, removed, takeOut, type MergeRow } from "./merge-rows";

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
export const joinConsents = async (tx: EntityManager, keptId: string, mergedId: string): Promise<MergeRow[]> => {
  const doubled = await tx.query<{ kept: string; version: number; merged: string }[]>(
    `select kept.id as kept, kept.version, merged.id as merged from consent kept join consent merged using (union_id, purpose, text_version)
     where kept.person_id = $1 and merged.person_id = $2 and kept.withdrawn_at is null and merged.withdrawn_at is null order by kept.id for no key update`,
    [keptId, mergedId],
  );
  const rows: MergeRow[] = [];
  for (const { kept, version, merged } of doubled) {
    const gone = await takeOut(tx, "consent", merged);
    // It speaks for both from now on: withdrawn since, it is not undone over.
    rows.push(joined("consent", kept, { person_id: keptId }, version), removed("consent", { id: merged }, gone));
  }
  return rows;
};

interface Stays {
  kept: string;
  keptIn: string;
  merged: string;
  mergedIn: string;
}

/** Makes two residences in one country at the same time one that covers both. Throws where they are in two. */
export const joinResidences = async (tx: EntityManager, keptId: string, mergedId: string): Promise<MergeRow[]> => {
  const doubled = await tx.query<Stays[]>(
    `select kept.id as kept, kept.country_code as "keptIn", merged.id as merged, merged.country_code as "mergedIn" from residence_abroad kept cross join residence_abroad merged
     where kept.person_id = $1 and merged.person_id = $2
       and greatest(partial_end(kept.since), partial_end(merged.since)) < least(coalesce(partial_start(kept.until), 'infinity'), coalesce(partial_start(merged.until), 'infinity'))
     order by kept.id, merged.id`,
    [keptId, mergedId],
  );
  const residences = [...new Set(doubled.flatMap(({ kept, merged }) => [kept, merged]))];
  // Of one country, a stay of the one may still cover several of the other.
  if (residences.length < doubled.length * 2 || doubled.some(({ keptIn, mergedIn }) => keptIn !== mergedIn)) {
    throw new Problem("CONFLICT", `Both lived abroad at the same time: ${residences.join(", ")}. One person lives in one country: end or correct these residences first, with endResidenceAbroad or correctResidenceAbroad.`, { residences });
  }
  const rows: MergeRow[] = [];
  for (const { kept, merged } of doubled) {
    const [before] = await tx.query<Record<string, unknown>[]>("select since, until, returned from residence_abroad where id = $1 for no key update", [kept]);
    const gone = await takeOut(tx, "residence_abroad", merged);
    const [[{ version }]] = await tx.query<[[{ version: number }]]>(
      `update residence_abroad residence set
         since = ${earlierSince("residence", "other")},
         (until, returned) = (select until, returned from (values (residence.until, residence.returned), (other.until, other.returned)) given (until, returned)
           order by coalesce(partial_end(until), 'infinity') desc limit 1),
         version = residence.version + 1
       from jsonb_populate_record(null::residence_abroad, $2::jsonb) other where residence.id = $1 returning residence.version`,
      [kept, JSON.stringify(gone)],
    );
    rows.push(joined("residence_abroad", kept, before!, version), removed("residence_abroad", { id: merged }, gone));
  }
  return rows;
};
