import DataLoader from "dataloader";
import type { RequestScope } from "../scope";
import { raw, sql, type Sql } from "../sql";

/** Whether a column's person is still there: who was erased is counted, and is found by nobody. */
export const notErased = (column: string): Sql => sql`not exists (select from erased_person gone where gone.person_id = ${raw(column)})`;

/** A person by id; null also for one who was erased. */
export const personBy = <Row extends { id: string }>(scope: RequestScope, table: new () => Row) =>
  new DataLoader<string, Row | null>(async ids => {
    const rows = await scope.read
      .createQueryBuilder(table, "person")
      .where("person.id = any(:ids) and not exists (select from erased_person gone where gone.person_id = person.id)", { ids: [...ids] })
      .getMany();
    const found = new Map(rows.map(row => [row.id, row]));
    return ids.map(id => found.get(id) ?? null);
  });
