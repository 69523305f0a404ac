import { Problem, raw, type Sql } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { holdAssociation } from "../friendship-association";
import { Union } from "../union";
import { PositionRole, type Position } from "./position";

/** The offices that one person of a body holds at a time. */
const single: readonly PositionRole[] = [PositionRole.CHAIR, PositionRole.GENERAL_SECRETARY, PositionRole.HEAD];

const sameName = (language: "vi" | "en") => `next.body_name_${language} = tenure.body_name_${language}`;

const isSame = `
  tenure.role in (${single.map(role => `'${role}'`).join(", ")}) and next.role = tenure.role and next.body_kind = tenure.body_kind and next.id <> tenure.id
  and (next.union_id = tenure.union_id or next.association_id = tenure.association_id)
  and (${sameName("vi")} or ${sameName("en")} or num_nonnulls(next.body_name_vi, next.body_name_en, tenure.body_name_vi, tenure.body_name_en) = 0)`;

/** Whether `next`, another one, is of the same office as `tenure`, and the office is for one person at a time. */
export const sameOffice: Sql = raw(isSame);

interface Holder {
  id: string;
  since: string;
  until: string | null;
}

/** Keeps others from changing who holds what in a union, or in an association, until a change is made. */
export const holdOffices = async (tx: EntityManager, { unionId, associationId }: Pick<Position, "unionId" | "associationId">): Promise<void> => {
  if (associationId !== null) await holdAssociation(tx, associationId);
  else await tx.findOneOrFail(Union, { where: { id: unionId! }, lock: { mode: "for_no_key_update" } });
};

/**
 * Throws where somebody else, for certain, holds the office on more than the day on which it passes on; hold the offices
 * before. Of one who is only named as of a day nobody knows since when, so that this one stands in nobody's way.
 */
export const refuseSecondHolder = async (tx: EntityManager, { id, role, acting }: Pick<Position, "id" | "role" | "acting">): Promise<void> => {
  if (!single.includes(role)) return;
  const [other] = await tx.query<Holder[]>(
    `select next.id, next.since, next.until from position_tenure tenure join position_tenure next on ${isSame}
     where tenure.id = $1 and next.acting = tenure.acting
       and partial_end(tenure.since) < coalesce(partial_start(next.until), 'infinity') and partial_end(next.since) < coalesce(partial_start(tenure.until), 'infinity')
     order by next.since desc limit 1`,
    [id],
  );
  if (!other) return;
  const period = other.until === null ? `since ${other.since}` : `from ${other.since} to ${other.until}`;
  const beside = acting ? "" : " say by acting that this one only stands in;";
  throw new Problem("CONFLICT", `The body has a ${role}${acting ? " who is acting" : ""} ${period} already: the position ${other.id}. End that one first with endPosition, or correct its dates;${beside} or name by bodyName the body that it is, where it is another one.`, {
    fields: ["role", "since"],
    other: other.id,
  });
};
