import { beginning, digestWithReason, hashInForm, holdsReason, isDemoRow } from "./history-chain";

/** A function of the database that keeps history. */
export interface HistoryFunction {
  name: string;
  /** What it takes, what it gives and how it is called. */
  head: string;
  language: "sql" | "plpgsql";
  body: string;
  /** It acts as the owner, who alone may write history. */
  asOwner?: boolean;
}

/**
 * The functions that keep history, as the newest migration makes them; whoever looks through a history compares them
 * with those that the database has. Their bodies are texts, which every version of PostgreSQL keeps as they are.
 */
export const historyFunctions: readonly HistoryFunction[] = [
  { name: "history_digest", head: "(salt bytea, before jsonb, after jsonb, reason text) returns bytea immutable", language: "sql", body: ` select ${digestWithReason} ` },
  {
    name: "history_hash",
    head: `(previous bytea, number bigint, recorded_at timestamptz, record_type text, record_id text, row_type text,
      operation text, action text, actor text, request_id text, reason text, digest bytea, login text) returns bytea stable`,
    language: "sql",
    body: ` select ${hashInForm} `,
  },
  {
    name: "add_history",
    head: "(of_type text, of_id text, of_row text, of_operation text, image_before jsonb, image_after jsonb) returns void",
    language: "plpgsql",
    body: `
      declare
        last record;
        entry history;
      begin
        -- One at a time from here to the commit: each hash needs the one before it.
        perform pg_advisory_xact_lock(hashtext('huu-nghi history'));
        select number, hash into last from history order by number desc limit 1;
        entry.number := coalesce(last.number, 0) + 1;
        entry.recorded_at := clock_timestamp();
        entry.record_type := of_type;
        entry.record_id := of_id;
        entry.row_type := of_row;
        entry.operation := of_operation;
        entry.action := coalesce(nullif(current_setting('huu_nghi.action', true), ''), 'SQL');
        entry.actor := coalesce(nullif(current_setting('huu_nghi.actor', true), ''), session_user);
        entry.request_id := nullif(current_setting('huu_nghi.request_id', true), '');
        entry.reason := nullif(current_setting('huu_nghi.reason', true), '');
        entry.before := image_before;
        entry.after := image_after;
        entry.salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
        entry.digest := history_digest(entry.salt, entry.before, entry.after, entry.reason);
        entry.previous := coalesce(last.hash, '${beginning}');
        -- Who anybody may say to be; through which login, only the database says.
        entry.login := session_user;
        entry.hash := history_hash(entry.previous, entry.number, entry.recorded_at, entry.record_type, entry.record_id, entry.row_type,
          entry.operation, entry.action, entry.actor, entry.request_id, entry.reason, entry.digest, entry.login);
        entry.erased := false;
        insert into history select entry.*;
      end `,
  },
  {
    name: "history_key",
    head: "(image jsonb, variadic columns text[]) returns text immutable",
    language: "sql",
    body: ` select string_agg(coalesce(image ->> name, ''), ' ' order by place) from unnest(columns) with ordinality as given (name, place) `,
  },
  { name: "is_demo_row", head: "(image jsonb, row_key text) returns boolean immutable", language: "sql", body: ` select ${isDemoRow("image", "row_key")} ` },
  {
    name: "record_history",
    head: "() returns trigger",
    language: "plpgsql",
    asOwner: true,
    // TG_ARGV: the table of the record that the row is, or is part of; then the columns that name that record.
    body: `
      declare
        image_before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
        image_after jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
        key_before text := case when tg_op <> 'INSERT' then history_key(image_before, variadic tg_argv[1:]) end;
        key_after text := case when tg_op <> 'DELETE' then history_key(image_after, variadic tg_argv[1:]) end;
        row_key text[];
      begin
        if tg_op = 'UPDATE' and old is not distinct from new then return null; end if;
        -- Demo data is made up by a command, and made anew by it: neither is an event in anybody's records. Only the owner
        -- makes it: the role that changes records could call anything a demo.
        if current_setting('huu_nghi.action', true) = 'demo'
          and pg_has_role(coalesce(nullif(current_setting('role'), 'none')::name, session_user), current_user, 'USAGE')
          and (image_before is null or is_demo_row(image_before, key_before)) and (image_after is null or is_demo_row(image_after, key_after))
        then return null; end if;
        if tg_op = 'UPDATE' then
          select array_agg(attname::text order by place) into row_key
            from pg_index cross join unnest(indkey::int2[]) with ordinality as of_key (number, place)
            join pg_attribute on attrelid = tg_relid and attnum = of_key.number
            where indrelid = tg_relid and indisprimary;
          -- A row with another key is another row, and the one that had the key before is gone.
          if history_key(image_before, variadic row_key) is distinct from history_key(image_after, variadic row_key) then
            perform add_history(tg_argv[0], key_before, tg_table_name, 'DELETE', image_before, null);
            perform add_history(tg_argv[0], key_after, tg_table_name, 'INSERT', null, image_after);
            return null;
          end if;
        end if;
        perform add_history(tg_argv[0], coalesce(key_after, key_before), tg_table_name, tg_op, image_before, image_after);
        return null;
      end `,
  },
  {
    name: "erase_history",
    // Takes away what is written down of the rows that a record has in a table, and the reasons of the changes that touched
    // them; leaves that something was, and writes down, as an entry of its own, that it was done and what stands from here on.
    head: "(of_type text, of_id text, of_row text) returns bigint",
    language: "plpgsql",
    asOwner: true,
    body: `
      declare
        touched text[];
        part record;
        held record;
        stands boolean;
        erased_entries bigint;
      begin
        perform pg_advisory_xact_lock(hashtext('huu-nghi history'));
        with gone as (
          update history set before = null, after = null, salt = null, erased = true, reason = case when not (${holdsReason}) then reason end
            where record_type = of_type and record_id = of_id and not erased and operation <> 'ERASE' and (row_type = of_row or reason is not null and request_id in (
              select touching.request_id from history touching where touching.record_type = of_type and touching.record_id = of_id and touching.row_type = of_row and touching.request_id is not null))
            returning row_type
        ) select count(*), array_agg(distinct row_type) into erased_entries, touched from gone;
        if erased_entries = 0 then return 0; end if;
        -- What an earlier erasing wrote down of rows that stood then.
        update history set after = null, salt = null, erased = true, reason = null
          where record_type = of_type and record_id = of_id and row_type = any (touched) and not erased and operation = 'ERASE' and after is not null;
        for part in
          select known.row_type, to_regclass(format('public.%I', known.row_type)) as of_table,
            (string_to_array(encode(tgargs, 'escape'), '\\000'))[2:tgnargs] as key
          from unnest(touched) known (row_type)
          left join pg_trigger on tgrelid = to_regclass(format('public.%I', known.row_type)) and tgname = known.row_type || '_history'
        loop
          stands := false;
          if part.of_table is not null and cardinality(part.key) > 0 then
            for held in execute format('select to_jsonb(held) as image from %s held where %s', part.of_table,
              case when cardinality(part.key) = 1 then format('held.%I::text = $1', part.key[1]) else format('history_key(to_jsonb(held), variadic %L::text[]) = $1', part.key) end) using of_id
            loop
              perform add_history(of_type, of_id, part.row_type, 'ERASE', null, held.image);
              stands := true;
            end loop;
          end if;
          if not stands then perform add_history(of_type, of_id, part.row_type, 'ERASE', null, null); end if;
        end loop;
        return erased_entries;
      end `,
  },
  {
    name: "seal_history",
    // The last entry that the application knows of: without it nobody would miss the newest entries.
    head: "() returns void",
    language: "sql",
    asOwner: true,
    body: `
      update history_head set number = last.number, hash = last.hash
        from (select number, hash from history order by number desc limit 1) last where history_head.number < last.number
    `,
  },
  {
    name: "count_version",
    head: "() returns trigger",
    language: "plpgsql",
    body: `
      begin
        if new is distinct from old then new.version := old.version + 1; end if;
        return new;
      end `,
  },
  {
    name: "refuse_truncate",
    head: "() returns trigger",
    language: "plpgsql",
    body: `
      begin
        raise exception 'the table % has a history, which a truncate would leave out: delete its rows', tg_table_name;
      end `,
  },
];

/** As the database keeps them: nothing that somebody else made stands before what is meant. */
export const ownersSettings = ["search_path=pg_catalog, public, pg_temp", "TimeZone=Asia/Ho_Chi_Minh"];

export const madeFunction = ({ name, head, language, body, asOwner = false }: HistoryFunction): string =>
  `create or replace function ${name}${head} ${asOwner ? "security definer set search_path = pg_catalog, public, pg_temp set timezone = 'Asia/Ho_Chi_Minh'" : ""} language ${language} as $$${body}$$`;
