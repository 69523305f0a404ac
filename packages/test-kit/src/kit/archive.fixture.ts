import { defineDivision, defineDomain, type MigrationClass } from "@huu-nghi/subgraph-kit";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tables that are hard to bring back as they were, and what a later version makes of them. */
class CreateArchive1764000009800 implements MigrationInterface {
  up = (runner: QueryRunner) =>
    runner.query(`
      create table mark (id text primary key, parent_id text references mark, name text not null, version int not null default 1);

      create table "Odd ""table" (
        number bigint generated always as identity primary key,
        "a column" text,
        shouted text generated always as (upper("a column")) stored,
        at timestamptz,
        day date,
        price numeric,
        ratio double precision,
        bytes bytea,
        words text[],
        span interval,
        about jsonb,
        born partial_date
      );

      -- Each needs the other.
      create table hen (id int primary key, egg_id int);
      create table egg (id serial primary key, hen_id int not null references hen, note text);
      alter table hen add foreign key (egg_id) references egg;
      create function note_laid() returns trigger language plpgsql as $$ begin new.note := 'laid'; return new; end $$;
      create trigger egg_note before insert on egg for each row execute function note_laid();

      create sequence receipt;
    `);
  down = (runner: QueryRunner) => runner.query(`drop table hen, egg, "Odd ""table", mark cascade; drop function note_laid; drop sequence receipt`);
}

class AddOrigin1764300000000 implements MigrationInterface {
  up = (runner: QueryRunner) => runner.query("alter table mark add origin text; update mark set origin = 'unknown'");
  down = (runner: QueryRunner) => runner.query("alter table mark drop origin");
}

// An update of the migration before must be over and done by now, as it is between two transactions.
class RequireOrigin1764300001000 implements MigrationInterface {
  up = (runner: QueryRunner) => runner.query("alter table mark alter origin set not null; create table slip (id text primary key references mark); insert into slip select id from mark");
  down = (runner: QueryRunner) => runner.query("drop table slip; alter table mark alter origin drop not null");
}

const archiveWith = (...migrations: MigrationClass[]) => defineDivision({ name: "archive", folder: __dirname, domains: [defineDomain({ migrations })] });

export const archive = archiveWith(CreateArchive1764000009800);
/** The same division, some releases later. */
export const laterArchive = archiveWith(CreateArchive1764000009800, AddOrigin1764300000000, RequireOrigin1764300001000);

/** Rows of every kind that a text form could spoil, and a state that inserting them again would not give. */
export const fillArchive = `
  insert into mark (id, parent_id, name) values ('z', null, 'Đông phương'), ('m', 'z', E'tab\\there, line\\nthere, \\\\ and \\\\. and \\\\N'), ('a', 'm', '');
  update mark set name = 'Đông Phương' where id = 'z';
  insert into "Odd ""table" ("a column", at, day, price, ratio, bytes, words, span, about, born) values
    ('năm', '2026-11-22 09:00:00.123456+07', '0044-03-15 BC', 1000000000000000.01, 0.1, '\\x00ff0a5c', array['a,b', null, '{"', E'\\n'], '1 year 2 days 03:04:05.6', '{"b": 1.10, "a": [null, "\\\\"]}', '2014-01'),
    (null, 'infinity', '-infinity', 'NaN', '-infinity', '', '{}', '-1 mon', 'null', null);
  delete from "Odd ""table" where number = 2;
  insert into hen (id) values (1);
  insert into egg (hen_id) values (1), (1);
  update egg set note = 'boiled' where id = 2;
  update hen set egg_id = 2;
  select nextval('receipt'), nextval('receipt');
  insert into idempotency_key (actor, key, action, payload, result) values ('lan', 'k1', 'createMark', '\\x01', '{"id": "z"}');
`;
