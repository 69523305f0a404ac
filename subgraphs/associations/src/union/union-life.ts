import { BadInput, endOf, Problem, startOf } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import type { Union } from "./union";

type Life = Pick<Union, "id" | "foundedOn" | "endedOn">;

export const checkLife = ({ foundedOn, endedOn }: Life, argument: string): void => {
  if (foundedOn !== null && endedOn !== null && startOf(foundedOn) > endOf(endedOn)) throw new BadInput(argument, `It would have ended in ${endedOn}, before it was founded in ${foundedOn}.`);
};

/** Throws where a union would stand longer than the one that it is right below. */
export const checkOutlived = ({ id, endedOn }: Life, above: Life, argument: string): void => {
  const outlives = above.endedOn !== null && (endedOn === null || endOf(endedOn) > endOf(above.endedOn));
  if (outlives) throw new BadInput(argument, `The union ${above.id} ended in ${above.endedOn}, and ${id} would stand below it after that. Name one that stands.`);
};

/** Throws where a union ended and others below it still stand: nobody would be above them. */
export const checkNoneBelow = async (tx: EntityManager, { id, endedOn }: Life): Promise<void> => {
  if (endedOn === null) return;
  const named = 5;
  const standing = await tx.query<{ id: string; total: number }[]>(
    `select id, count(*) over ()::int as total from friendship_union
     where parent_id = $1 and (ended_on is null or partial_end(ended_on) > partial_end($2::text)) order by id limit ${named}`,
    [id, endedOn],
  );
  const total = standing[0]?.total ?? 0;
  if (total === 0) return;
  const which = `${standing.map(each => each.id).join(", ")}${total > named ? ` and ${total - named} more` : ""}`;
  throw new Problem("CONFLICT", `The union ${id} does not end in ${endedOn} while others stand below it, of which there are ${total}: ${which}. End them with endUnion, or put them below another one with changeUnion, first.`);
};

/** Throws where an association of a union was founded, or a position in it began, for certain, after the union ended. */
export const checkNoneLater = async (tx: EntityManager, { id, endedOn }: Life, argument: string): Promise<void> => {
  if (endedOn === null) return;
  // What belongs to a union knows it, and not the other way round: hence the names of the tables.
  const [later] = await tx.query<{ what: string; began: string }[]>(
    `select what, began from (
       select 'association ' || id || ' was founded' as what, founded_on as began from friendship_association where union_id = $1
       union all select 'position ' || id || ' began', since from position_tenure where union_id = $1
     ) part where partial_start(began) > partial_end($2::text) order by partial_start(began) desc, what limit 1`,
    [id, endedOn],
  );
  if (later) throw new BadInput(argument, `The union ${id} would have ended in ${endedOn}, and its ${later.what} in ${later.began}. Correct that first, or send another day.`);
};
