import type { EntityManager } from "typeorm";

/**
 * Of each person all ids: that of the record which stands, then of those that were merged into it, directly or by way of
 * another. A merge that was undone left nothing of it in `merged_into`.
 */
export const idsOfPeople = async (database: Pick<EntityManager, "query">, ids: readonly string[]): Promise<string[][]> => {
  const rows = await database.query<{ asked: string; id: string }[]>(
    `with recursive towards as (
       select id as asked, id, merged_into from person where id = any($1)
       union select towards.asked, person.id, person.merged_into from towards join person on person.id = towards.merged_into
     ), one as (
       select asked, id, 0 as merges from towards where merged_into is null
       union all select one.asked, person.id, one.merges + 1 from one join person on person.merged_into = one.id
     ) select asked, id from one order by merges, id`,
    [ids],
  );
  return ids.map(asked => rows.filter(row => row.asked === asked).map(({ id }) => id));
};
