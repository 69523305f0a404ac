import type { MigrationInterface, QueryRunner } from "typeorm";

export class CongressBodies1764400003100 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      alter table congress
        add planned_on partial_date,
        add level text check (level in ('NATIONAL', 'PROVINCIAL', 'DISTRICT')),
        add delegates int check (delegates > 0);

      create table congress_body (
        congress_id text not null references congress on delete cascade,
        place int not null check (place > 0),
        kind text not null check (kind in ('EXECUTIVE_COMMITTEE', 'STANDING_COMMITTEE', 'INSPECTION_COMMITTEE', 'OTHER')),
        name text,
        members int check (members > 0),
        primary key (congress_id, place),
        check (kind <> 'OTHER' or name is not null)
      );

      -- For what comes past the service, such as data files; the service says more, and tells two changes at once apart.
      create function tenures_apart() returns trigger language plpgsql as $$
        declare
          beside record;
        begin
          select ordinal, tenure_from, tenure_to into beside from congress other
            where other.association_id = new.association_id and other.id <> new.id
              and (other.tenure_from < new.tenure_to and new.tenure_from < other.tenure_to or (other.tenure_from, other.tenure_to) = (new.tenure_from, new.tenure_to)) limit 1;
          if found then
            raise exception 'the tenure %-% overlaps %-%, that of congress %', new.tenure_from, new.tenure_to, beside.tenure_from, beside.tenure_to, beside.ordinal using errcode = 'check_violation', column = 'tenure_from';
          end if;
          return new;
        end $$;
      create trigger congress_tenures_apart before insert or update of association_id, tenure_from, tenure_to on congress for each row execute function tenures_apart();
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      drop trigger congress_tenures_apart on congress;
      drop function tenures_apart;
      drop table congress_body;
      alter table congress drop planned_on, drop level, drop delegates;
    `);
  }
}
