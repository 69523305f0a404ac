import { empty, join, raw, sql, type Sql } from "../sql";

/** An SQL type; a cursor holds text and has to be read back as it. */
export type SortType = "text" | "date" | "int" | "numeric";

/** One value that a list is sorted by. */
export interface SortKey {
  column: string;
  type: SortType;
  direction: "asc" | "desc";
  /** Sorted as Vietnamese names are. */
  collated?: boolean;
}

/**
 * A list of which clients read pages. Every sort ends with `id`, so that no two rows are equal and no page loses or
 * repeats one.
 */
export interface List<Filter> {
  /** Different for each list of a division. */
  name: string;
  order: SortKey[];
  /**
   * A query over `asked (parent)` that gives `parent`, `id` and every sort column: what belongs to each parent. A list
   * without a parent is asked with one that is empty.
   */
  rows: (filter: Filter) => Sql;
  /** What is summed up over all pages, as a select list; `totalCount` unless said otherwise. */
  totals?: Sql;
}

export const byName: SortKey[] = [{ column: "name", type: "text", direction: "asc", collated: true }];
export const newestFirst = (column: string): SortKey[] => [{ column, type: "date", direction: "desc" }];

/** The sort columns and, last, the id. */
export const sortKeys = ({ order }: Pick<List<never>, "order">): SortKey[] => [...order, { column: "id", type: "text", direction: "asc" }];

// Nulls would make comparisons with a cursor null: what has no date is older than everything.
const key = ({ column, type, collated }: SortKey) =>
  raw(
    type === "text" ? `coalesce(${column}, '')${collated ? ' collate "vi-x-icu"' : ' collate "C"'}`
    : type === "date" ? `coalesce(${column}, '0001-01-01')`
    : `coalesce(${column}, 0)`,
  );

const orderBy = (keys: SortKey[]) => join(keys.map(each => sql`${key(each)} ${raw(each.direction)}`));

/** Rows after a cursor: greater in the first key that differs, with each key's own direction. */
const isAfter = (keys: SortKey[], values: string[]): Sql =>
  join(
    keys.map((each, index) => {
      const value = (of: SortKey, at: number) => sql`${values[at]}::${raw(of.type)}`;
      const equal = keys.slice(0, index).map((before, at) => sql`${key(before)} = ${value(before, at)}`);
      const beyond = sql`${key(each)} ${raw(each.direction === "asc" ? ">" : "<")} ${value(each, index)}`;
      return sql`(${join([...equal, beyond], " and ")})`;
    }),
    " or ",
  );

const asked = (parents: readonly string[], rows: Sql) => sql`with asked as (select unnest(${[...parents]}::text[]) as parent), matched as (${rows})`;

/** A page for each parent in one statement; one row more than asked for tells whether there is another page. */
export const pageStatement = (keys: SortKey[], rows: Sql, parents: readonly string[], first: number, after: string[] | null) => sql`
  ${asked(parents, rows)}
  select parent, id, ${join(keys.map((each, at) => sql`${key(each)}::text as ${raw(`key_${at}`)}`))}
  from (
    select *, row_number() over (partition by parent order by ${orderBy(keys)}) as place
    from matched ${after ? sql`where ${isAfter(keys, after)}` : empty}
  ) ranked
  where place <= ${first + 1}
  order by parent, place`;

export const totalsStatement = (rows: Sql, parents: readonly string[], totals: Sql) => sql`
  ${asked(parents, rows)}
  select asked.parent, totals.* from asked
  cross join lateral (select ${totals} from matched where matched.parent = asked.parent) totals`;
