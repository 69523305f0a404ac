import { endOf, Problem, raw, sql, standTogether, startOf } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { earlierSince, joined, removed, takeOut, type MergeRow } from "./merge-rows";

interface Overlap {
  kept: string;
  merged: string;
  associationId: string;
}

/** Memberships of the two people in one association that stand on one day at least. */
export const overlaps = (tx: EntityManager, keptId: string, mergedId: string): Promise<Overlap[]> => {
  const lasting = (of: "kept" | "merged") => ({ since: raw(`${of}.since`), until: raw(`${of}.until`) });
  const { text, values } = sql`
    select kept.id as kept, merged.id as merged, kept.association_id as "associationId" from membership kept join membership merged using (association_id)
    where kept.person_id = ${keptId} and merged.person_id = ${mergedId} and ${standTogether(lasting("kept"), lasting("merged"))} order by kept.id, merged.id`;
  return tx.query(text, values);
};

const idsOf = (overlapping: readonly Overlap[]) => ({ memberships: [...new Set(overlapping.flatMap(({ kept, merged }) => [kept, merged]))] });

export const refuseOverlaps = (overlapping: readonly Overlap[]): void => {
  if (overlapping.length === 0) return;
  const associations = [...new Set(overlapping.map(({ associationId }) => associationId))].join(", ");
  throw new Problem("CONFLICT", `Both are members of ${associations} at the same time. End or correct one of the memberships, or have them joined with overlapping: JOIN.`, idsOf(overlapping));
};

/** Makes two memberships one that covers both, and keeps what each was. */
export const joinMemberships = async (tx: EntityManager, overlapping: readonly Overlap[]): Promise<MergeRow[]> => {
  const isOnce = (of: "kept" | "merged") => new Set(overlapping.map(each => each[of])).size === overlapping.length;
  if (!isOnce("kept") || !isOnce("merged")) {
    throw new Problem("CONFLICT", "A membership of the one lies at the same time as several of the other, so that nobody can tell which are one. Correct them first.", idsOf(overlapping));
  }
  const rows: MergeRow[] = [];
  for (const { kept, merged } of overlapping) {
    const [before] = await tx.query<{ since: string; until: string | null; branch_id: string | null; leaving_reason: string | null; leaving_note: string | null }[]>(
      "select since, until, branch_id, leaving_reason, leaving_note from membership where id = $1 for no key update",
      [kept],
    );
    const stays = await tx.query<{ row: { membership_id: string; until: string } }[]>("select to_jsonb(stay) as row from membership_stay stay where membership_id = $1", [merged]);
    const gone = await takeOut(tx, "membership", merged);
    const [[{ version }]] = await tx.query<[[{ version: number }]]>(
      `update membership set
         since = ${earlierSince("membership", "other")},
         until = (select until from (values (membership.until), (other.until)) given (until) order by coalesce(partial_end(until), 'infinity') desc limit 1),
         leaving_reason = case when num_nulls(membership.until, other.until) = 0 then coalesce(membership.leaving_reason, other.leaving_reason) end,
         leaving_note = case when num_nulls(membership.until, other.until) = 0 then coalesce(membership.leaving_note, other.leaving_note) end,
         branch_id = coalesce(membership.branch_id, other.branch_id), version = membership.version + 1
       from jsonb_populate_record(null::membership, $2::jsonb) other where membership.id = $1 returning membership.version`,
      [kept, JSON.stringify(gone)],
    );
    rows.push(joined("membership", kept, before!, version), removed("membership", { id: merged }, gone));
    rows.push(...stays.map(({ row }) => removed("membership_stay", { membership_id: row.membership_id, until: row.until }, row)));
    await refuseBeforeBranch(tx, kept, before!);
  }
  return rows;
};

interface State {
  since: string;
  branch: string;
  stands: string;
}

/** What is joined may begin earlier, or be in a branch that only the other one knew: in neither way before the branch stood. */
const refuseBeforeBranch = async (tx: EntityManager, id: string, was: { since: string; branch_id: string | null }): Promise<void> => {
  const stateBy = (which: "first" | "last") =>
    tx.query<State[]>(
      `select ${which === "first" ? "membership.since" : "coalesce(stay.until, membership.since) as since"}, branch.id as branch, branch.since as stands from membership
       left join lateral (select * from membership_stay where membership_id = membership.id order by partial_end(until) ${which === "first" ? "asc" : "desc"} limit 1) stay on true
       join branch on branch.id = ${which === "first" ? "case when stay.membership_id is null then membership.branch_id else stay.branch_id end" : "membership.branch_id"}
       where membership.id = $1`,
      [id],
    );
  const isBefore = (since: string, { stands }: State) => endOf(since) < startOf(stands);
  // One that was older than its branch already may be so.
  const began = (await stateBy("first")).filter(state => !isBefore(was.since, state));
  const tookOver = was.branch_id === null ? await stateBy("last") : [];
  const wrong = [...began, ...tookOver].find(state => isBefore(state.since, state));
  if (!wrong) return;
  throw new Problem("CONFLICT", `Joined, the membership ${id} would be in the branch ${wrong.branch} since ${wrong.since}, which stands since ${wrong.stands}. Correct the branch's beginning, or say by correctMembership where the member was before.`, { memberships: [id] });
};
