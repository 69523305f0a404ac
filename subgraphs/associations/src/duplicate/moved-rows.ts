import type { EntityManager } from "typeorm";
import type { MergeRow } from "./merge-rows";
import type { PersonMergeRow } from "./person-merge";

/** A table whose rows name a person, whoever made it. */
interface NamingTable {
  name: string;
  column: string;
  key: string[];
}

// What is about a pair of people names both of them for good.
const aboutPairs = ["person", "person_merge", "duplicate_dismissal"];

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Every column by which the database knows that it names a person. */
const namingTables = (tx: EntityManager): Promise<NamingTable[]> =>
  tx.query(
    `select relname as name, attname as column, key.columns as key from pg_constraint
     join pg_class on pg_class.oid = conrelid join pg_attribute on attrelid = conrelid and attnum = conkey[1]
     cross join lateral (
       select array_agg(of_key.attname::text order by place) as columns from pg_index cross join unnest(indkey::int2[]) with ordinality as part (number, place)
       join pg_attribute of_key on of_key.attrelid = conrelid and of_key.attnum = part.number where indrelid = conrelid and indisprimary
     ) key
     where contype = 'f' and confrelid = 'public.person'::regclass and cardinality(conkey) = 1 and relname <> all ($1) order by relname, attname`,
    [aboutPairs],
  );

const keyOf = (row: string, key: readonly string[]) => `jsonb_build_object(${key.map(column => `'${column.replaceAll("'", "''")}', ${row}.${quoted(column)}`).join(", ")})::text`;
const markOf = (row: string) => `coalesce(to_jsonb(${row}) ->> 'version', md5(to_jsonb(${row})::text))`;
// As text, since any kind of key can be written so; of a text the cast is nothing, and the index serves.
const isRow = (row: string, key: readonly string[]) => key.map(column => `${row}.${quoted(column)}::text = $1::jsonb ->> '${column.replaceAll("'", "''")}'`).join(" and ");

/** Makes every row that names the one person name the other. */
export const moveRows = async (tx: EntityManager, from: string, to: string): Promise<MergeRow[]> => {
  const moved: MergeRow[] = [];
  for (const { name, column, key } of await namingTables(tx)) {
    const rows = await tx.query<[{ key: string; mark: string }[]]>(
      `update ${quoted(name)} moved set ${quoted(column)} = $2 where ${quoted(column)} = $1 returning ${keyOf("moved", key)} as key, ${markOf("moved")} as mark`,
      [from, to],
    );
    for (const row of rows[0]) {
      const earlier = moved.find(each => each.rowType === name && each.rowKey === row.key);
      // A row that names a person twice is one row.
      if (earlier) Object.assign(earlier, { before: { ...earlier.before, [column]: from }, mark: row.mark });
      else moved.push({ rowType: name, rowKey: row.key, what: "MOVED", before: { [column]: from }, mark: row.mark });
    }
  }
  return moved;
};

const primaryKey = (rowKey: string) => Object.keys(JSON.parse(rowKey) as object);

/** The row that a merge touched, by its name, where it is not as the merge left it. */
export const changedSince = async (tx: EntityManager, { rowType, rowKey, what, mark }: PersonMergeRow): Promise<string[]> => {
  if (what === "REMOVED") return [];
  const [row] = await tx.query<{ mark: string }[]>(`select ${markOf("kept")} as mark from ${quoted(rowType)} kept where ${isRow("kept", primaryKey(rowKey))} for no key update`, [rowKey]);
  const named = `${rowType} ${Object.values(JSON.parse(rowKey) as object).join(" ")}`;
  return !row ? [`${named} (removed)`] : row.mark === mark ? [] : [named];
};

/** Makes a row what it was before the merge. */
export const putBack = async (tx: EntityManager, { rowType, rowKey, what, before }: PersonMergeRow): Promise<void> => {
  if (what === "REMOVED") {
    // A version that nobody saw: of the row between, somebody may still hold one.
    await tx.query(`insert into ${quoted(rowType)} select * from jsonb_populate_record(null::${quoted(rowType)}, $1::jsonb || jsonb_build_object('version', ($1::jsonb ->> 'version')::int + 1))`, [JSON.stringify(before)]);
    return;
  }
  const columns = Object.keys(before).map(quoted).join(", ");
  await tx.query(
    `update ${quoted(rowType)} moved set (${columns}) = (select ${columns} from jsonb_populate_record(null::${quoted(rowType)}, $2::jsonb)) where ${isRow("moved", primaryKey(rowKey))}`,
    [rowKey, JSON.stringify(before)],
  );
};
