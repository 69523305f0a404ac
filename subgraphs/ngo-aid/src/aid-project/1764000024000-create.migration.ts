import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateAidProject1764000024000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      create table aid_project (
        id text primary key,
        union_id text not null,
        code text not null,
        title_vi text,
        title_en text,
        title_own_translation text check (title_own_translation in ('VI', 'EN')),
        status text not null check (status in ('PROPOSED', 'RUNNING', 'COMPLETED', 'CANCELLED')),
        starts_on partial_date,
        ends_on partial_date,
        source_id text references source,
        unique (union_id, code),
        check (num_nonnulls(title_vi, title_en) > 0),
        check (partial_start(starts_on) <= partial_end(ends_on))
      );

      create table locality (
        id text primary key,
        name_vi text,
        name_en text,
        name_own_translation text check (name_own_translation in ('VI', 'EN')),
        source_id text references source,
        check (num_nonnulls(name_vi, name_en) > 0)
      );

      create table aid_project_sector (
        project_id text not null references aid_project on delete cascade,
        sector_code text not null references sector,
        percentage numeric not null check (percentage > 0 and percentage <= 100),
        primary key (project_id, sector_code)
      );
      create index aid_project_sector_code on aid_project_sector (sector_code);

      create table aid_project_ngo (
        project_id text not null references aid_project on delete cascade,
        ngo_id text not null references foreign_ngo,
        percentage numeric check (percentage > 0 and percentage <= 100),
        primary key (project_id, ngo_id)
      );
      create index aid_project_ngo_id on aid_project_ngo (ngo_id);

      create table aid_project_locality (
        project_id text not null references aid_project on delete cascade,
        locality_id text not null references locality,
        percentage numeric check (percentage > 0 and percentage <= 100),
        primary key (project_id, locality_id)
      );
      create index aid_project_locality_id on aid_project_locality (locality_id);

      create table aid_project_association (
        project_id text not null references aid_project on delete cascade,
        association_id text not null,
        primary key (project_id, association_id)
      );
      create index aid_project_association_id on aid_project_association (association_id);

      create function shares_within_whole() returns trigger language plpgsql as $$
        declare
          total numeric;
        begin
          execute format('select sum(percentage) from %I where project_id = $1', tg_table_name) into total using new.project_id;
          if total > 100 then
            raise check_violation using message = format('the percentages of %s in %s add up to %s, more than 100', new.project_id, tg_table_name, total);
          end if;
          return null;
        end
      $$;
      create constraint trigger shares_within_whole after insert or update on aid_project_sector deferrable for each row execute function shares_within_whole();
      create constraint trigger shares_within_whole after insert or update on aid_project_ngo deferrable for each row execute function shares_within_whole();
      create constraint trigger shares_within_whole after insert or update on aid_project_locality deferrable for each row execute function shares_within_whole();

      -- Why an NGO counts as at work, and where: a registration for the area, or a project that has begun. A registration
      -- that names no area counts for no union.
      create view ngo_activity as
        select area.union_id, registration.ngo_id, registration.issued_on as since, registration.expires_on as until
        from registration left join registration_area area on area.registration_id = registration.id
        where registration.issued_on is not null
        union all
        select project.union_id, share.ngo_id, project.starts_on, project.ends_on
        from aid_project project join aid_project_ngo share on share.project_id = project.id
        where project.starts_on is not null and project.status <> 'PROPOSED';
    `);
  }

  async down(runner: QueryRunner) {
    await runner.query(`
      drop view ngo_activity;
      drop table aid_project_association, aid_project_locality, aid_project_ngo, aid_project_sector, locality, aid_project;
      drop function shares_within_whole;
    `);
  }
}
