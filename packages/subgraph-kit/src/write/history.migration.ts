import type { MigrationInterface, QueryRunner } from "typeorm";
import { beginning, demoKey, digestOf, hashOf } from "./history-chain";

/*
 * History is written by the database, so that no way of changing a row leaves it out: not the application, not an
 * administrator with psql. Each entry's hash covers the one before it, so that none can be altered, removed or put in
 * unseen. It covers a salted digest of the payload, not the payload: what must be erased can go, and the chain holds.
 */
export class History1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table history (
        number bigint primary key,
        recorded_at timestamptz not null,
        record_type text not null,
        record_id text not null,
        row_type text not null,
        operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
        action text not null,
        actor text not null,
        request_id text,
        reason text,
        before jsonb,
        after jsonb,
        salt bytea,
        digest bytea not null,
        previous bytea not null,
        hash bytea not null,
        erased boolean not null default false
      );
      create index history_record on history (record_type, record_id, number);

      create table history_head (
        single boolean primary key default true check (single),
        number bigint not null,
        hash bytea not null
      );
      insert into history_head (number, hash) values (0, '${beginning}');

      create function history_digest(salt bytea, before jsonb, after jsonb) returns bytea immutable language sql
        return ${digestOf};

      create function history_hash(previous bytea, number bigint, recorded_at timestamptz, record_type text, record_id text, row_type text,
        operation text, action text, actor text, request_id text, reason text, digest bytea) returns bytea stable language sql
        return ${hashOf};

      create function add_history(of_type text, of_id text, of_row text, of_operation text, image_before jsonb, image_after jsonb) returns void language plpgsql as $$
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
          entry.digest := history_digest(entry.salt, entry.before, entry.after);
          entry.previous := coalesce(last.hash, '${beginning}');
          entry.hash := history_hash(entry.previous, entry.number, entry.recorded_at, entry.record_type, entry.record_id, entry.row_type,
            entry.operation, entry.action, entry.actor, entry.request_id, entry.reason, entry.digest);
          entry.erased := false;
          insert into history select entry.*;
        end $$;

      create function history_key(image jsonb, variadic columns text[]) returns text immutable language sql
        return (select string_agg(coalesce(image ->> name, ''), ' ' order by place) from unnest(columns) with ordinality as given (name, place));

      -- TG_ARGV: the table of the record that the row is, or is part of; then the columns that name that record.
      create function record_history() returns trigger security definer set search_path = pg_catalog, public set timezone = 'Asia/Ho_Chi_Minh' language plpgsql as $$
        declare
          key text := history_key(to_jsonb(coalesce(new, old)), variadic tg_argv[1:]);
        begin
          if tg_op = 'UPDATE' and old is not distinct from new then return null; end if;
          -- Demo data is made up by a command, and made anew by it: neither is an event in anybody's records.
          if current_setting('huu_nghi.action', true) = 'demo' and key ~ '${demoKey}' then return null; end if;
          perform add_history(tg_argv[0], key, tg_table_name, tg_op, case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end);
          return null;
        end $$;

      -- The last entry that the application knows of: without it nobody would miss the newest entries.
      create function seal_history() returns void security definer set search_path = pg_catalog, public language sql as $$
        update history_head set number = last.number, hash = last.hash
          from (select number, hash from history order by number desc limit 1) last where history_head.number < last.number
      $$;

      create function count_version() returns trigger language plpgsql as $$
        begin
          if new is distinct from old then new.version := old.version + 1; end if;
          return new;
        end $$;

      create function refuse_truncate() returns trigger language plpgsql as $$
        begin
          raise exception 'the table % has a history, which a truncate would leave out: delete its rows', tg_table_name;
        end $$;

      -- Has the history of a table kept from now on, beginning with the rows that it has. A row whose key begins with the key
      -- of another table's record is part of that record: an event's organiser is part of the event.
      create procedure keep_history(kept regclass) language plpgsql as $$
        declare
          name text := (select relname from pg_class where oid = kept);
          of_type text := name;
          key text[];
          is_part boolean;
        begin
          if exists (select from pg_trigger where tgrelid = kept and tgname = name || '_history') then return; end if;
          select array_agg(attname::text order by place) into key
            from pg_index cross join unnest(indkey::int2[]) with ordinality as of_key (number, place)
            join pg_attribute on attrelid = kept and attnum = of_key.number
            where indrelid = kept and indisprimary;
          if key is null then raise exception 'the table % has no primary key, so that its rows have no history', name; end if;
          select parent.relname into of_type from pg_constraint join pg_class parent on parent.oid = confrelid
            where conrelid = kept and contype = 'f' and confrelid <> kept and cardinality(key) > 1
              and conkey = array[(select attnum from pg_attribute where attrelid = kept and attname = key[1])];
          is_part := of_type is not null;
          if is_part then key := key[1:1]; else of_type := name; end if;
          if exists (select from pg_attribute where attrelid = kept and attname = 'version' and not attisdropped) then
            execute format('create trigger %I before update on %s for each row execute function count_version()', name || '_version', kept);
          end if;
          execute format('create constraint trigger %I after insert or update or delete on %s deferrable initially deferred for each row execute function record_history(%L, %s)',
            name || '_history', kept, of_type, (select string_agg(quote_literal(each), ', ') from unnest(key) each));
          execute format('create trigger %I before truncate on %s execute function refuse_truncate()', name || '_truncate', kept);
          execute format('select add_history(%L, key, %L, ''INSERT'', null, image) from (select to_jsonb(row) as image, history_key(to_jsonb(row), variadic %L::text[]) as key from %s row) rows
            where key !~ ''${demoKey}'' order by key', of_type, name, key, kept);
        end $$;

      create procedure keep_histories(logs text[]) language plpgsql as $$
        declare
          each record;
        begin
          perform set_config('huu_nghi.action', 'migrate', true);
          for each in select oid::regclass as kept from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all (logs) order by relname
          loop
            call keep_history(each.kept);
          end loop;
          perform set_config('huu_nghi.action', '', true);
        end $$;

      create table idempotency_key (
        actor text not null,
        key text not null check (length(key) between 1 and 255),
        action text not null,
        payload bytea not null,
        result jsonb,
        used_at timestamptz not null default now(),
        primary key (actor, key)
      );
      create index idempotency_key_used on idempotency_key (used_at);
    `);
    // Entries come by the triggers, which act as the owner: no role of the application can write, change or remove one.
    await runner.query(`
      do $$ begin
        execute format('revoke insert, update, delete, truncate on history, history_head from %I', regexp_replace(current_user, '_owner$', '_writer'));
        execute format('grant execute on function seal_history() to %I', regexp_replace(current_user, '_owner$', '_writer'));
      end $$;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      drop table idempotency_key;
      drop procedure keep_histories, keep_history;
      drop function refuse_truncate, count_version, seal_history, record_history, history_key, add_history, history_hash, history_digest;
      drop table history_head, history;
    `);
  }
}
