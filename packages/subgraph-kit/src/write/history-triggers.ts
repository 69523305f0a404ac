import type { EntityManager } from "typeorm";
import { logTables } from "./log-tables";

/** A trigger that keeps a table's history, and how it stands in the database. */
export interface HistoryTrigger {
  name: string;
  state: "right" | "missing" | "switched off" | "another one";
  make: string;
  /** It writes entries; the others keep rows from being changed in ways that it would not see. */
  records: boolean;
}

/** A table whose rows have a history. */
export interface KeptTable {
  name: string;
  /** As SQL writes it. */
  sql: string;
  /** The table of the record that a row is, or is part of. */
  ofType: string;
  /** The columns that name a row, and those of them that name its record. */
  rowKey: string[];
  recordKey: string[];
  triggers: HistoryTrigger[];
}

type Database = Pick<EntityManager, "query">;

interface Found {
  name: string;
  sql: string;
  key: string[] | null;
  parent: string | null;
  versioned: boolean;
  triggers: { name: string; form: string; enabled: string; arguments: string }[];
}

/*
 * A row whose key begins with the key of another table's record is part of that record: an event's organiser is part of
 * the event. `form` is all that makes out a trigger but its arguments.
 */
const tables = `
  select relname as name, format('public.%I', relname) as sql, key.columns as key,
    (select parent.relname from pg_constraint join pg_class parent on parent.oid = confrelid
      where conrelid = kept.oid and contype = 'f' and confrelid <> kept.oid and cardinality(key.columns) > 1 and conkey = array[key.first] limit 1) as parent,
    exists (select from pg_attribute where attrelid = kept.oid and attname = 'version' and not attisdropped) as versioned,
    coalesce((select json_agg(json_build_object('name', tgname, 'enabled', tgenabled, 'arguments', encode(tgargs, 'escape'),
        'form', concat_ws(' ', tgtype, proname, case when tgdeferrable then 'deferrable' end, case when tginitdeferred then 'deferred' end, case when tgqual is not null then 'conditional' end,
          case when cardinality(tgattr::int2[]) > 0 then 'of columns' end, case when pronamespace <> 'public'::regnamespace then 'elsewhere' end)))
      from pg_trigger join pg_proc on pg_proc.oid = tgfoid where tgrelid = kept.oid and not tgisinternal), '[]') as triggers
  from pg_class kept cross join lateral (
    select array_agg(attname::text order by place) as columns, (array_agg(attnum order by place))[1] as first
    from pg_index cross join unnest(indkey::int2[]) with ordinality as of_key (number, place) join pg_attribute on attrelid = kept.oid and attnum = of_key.number
    where indrelid = kept.oid and indisprimary) key
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all ($1) order by relname`;

const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

// The first number is PostgreSQL's sum of when a trigger fires.
const forms = { version: "19 count_version", history: "29 record_history deferrable deferred", truncate: "34 refuse_truncate" };

const wanted = (of: string, form: string, given: string[], { triggers }: Found, statement: (name: string) => string): HistoryTrigger => {
  const name = of;
  const found = triggers.find(each => each.name === name);
  const isRight = found?.form === form && found.arguments === given.map(each => `${each}\\000`).join("");
  const state = !found ? "missing" : !isRight ? "another one" : ["O", "A"].includes(found.enabled) ? "right" : "switched off";
  return { name, state, make: statement(identifier(name)), records: form === forms.history };
};

/** The tables that have a history, with the triggers that each has to have. */
export const keptTables = async (database: Database): Promise<KeptTable[]> => {
  const rows: Found[] = await database.query(tables, [logTables]);
  return rows.map(found => {
    const { name, sql, key, parent, versioned } = found;
    if (key === null) throw new Error(`the table ${name} has no primary key, so that its rows have no history`);
    const ofType = parent ?? name;
    const recordKey = parent === null ? key : key.slice(0, 1);
    const given = [ofType, ...recordKey];
    const version = wanted(`${name}_version`, forms.version, [], found, trigger => `create trigger ${trigger} before update on ${sql} for each row execute function count_version()`);
    const history = wanted(
      ...([`${name}_history`, forms.history, given, found] as const),
      trigger => `create constraint trigger ${trigger} after insert or update or delete on ${sql} deferrable initially deferred for each row execute function record_history(${given.map(literal).join(", ")})`,
    );
    const truncate = wanted(`${name}_truncate`, forms.truncate, [], found, trigger => `create trigger ${trigger} before truncate on ${sql} execute function refuse_truncate()`);
    return { name, sql, ofType, rowKey: key, recordKey, triggers: [...(versioned ? [version] : []), history, truncate] };
  });
};

/** The key of a row or record within its image, as SQL. */
export const keyOf = (image: string, columns: readonly string[]): string => columns.map(column => `coalesce(${image} ->> ${literal(column)}, '')`).join(" || ' ' || ");
