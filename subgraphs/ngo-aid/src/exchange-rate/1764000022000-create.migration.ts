import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateExchangeRate1764000022000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table exchange_rate (
        id text primary key,
        currency text not null check (currency ~ '^[A-Z]{3}$' and currency <> 'VND'),
        vnd_per_unit numeric not null check (vnd_per_unit > 0),
        valid_from date not null,
        valid_to date not null,
        kind text not null check (kind in ('MONTHLY_ACCOUNTING', 'YEARLY_AVERAGE', 'CENTRAL', 'OTHER')),
        union_id text,
        source_id text not null references source,
        check (valid_from <= valid_to)
      );
      create index exchange_rate_lookup on exchange_rate (currency, union_id, valid_from desc, valid_to, id);

      -- Which rate holds for an entry. A rate that names a union is for that union's entries alone, and goes before those
      -- for all; then the one that began last, and of two that began together the shorter: a month goes before a year.
      -- The two are looked up apart, since each is then the first row of an index.
      create function rate_on(of_currency text, on_day date, for_union text) returns table (id text, vnd numeric)
      stable parallel safe language sql as $$
        select found.id, found.vnd from (
          (
            select 1 as place, rate.id, rate.vnd_per_unit as vnd from exchange_rate rate
            where rate.currency = of_currency and rate.union_id = for_union and rate.valid_from <= on_day and rate.valid_to >= on_day
            order by rate.valid_from desc, rate.valid_to, rate.id limit 1
          )
          union all
          (
            select 2, rate.id, rate.vnd_per_unit from exchange_rate rate
            where rate.currency = of_currency and rate.union_id is null and rate.valid_from <= on_day and rate.valid_to >= on_day
            order by rate.valid_from desc, rate.valid_to, rate.id limit 1
          )
        ) found
        order by found.place limit 1
      $$;

      -- One row: the amount in another currency, by way of VND, at the rates of the day; null where a rate is missing. Each
      -- entry is rounded by itself, so that a sum is the sum of the entries that are shown. Planned as part of the query
      -- that calls it, unlike a function that returns a single value.
      create function converted(amount numeric, from_currency text, to_currency text, to_digits int, on_day date, for_union text)
      returns table (value numeric) stable parallel safe language sql as $$
        select case
          when from_currency = to_currency then amount
          else round(
            round(amount * case from_currency when 'VND' then 1 else (select rate.vnd from rate_on(from_currency, on_day, for_union) rate) end, 20)
              / case to_currency when 'VND' then 1 else (select rate.vnd from rate_on(to_currency, on_day, for_union) rate) end,
            to_digits)
        end
      $$;
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      drop function converted, rate_on;
      drop table exchange_rate;
    `);
  }
}
