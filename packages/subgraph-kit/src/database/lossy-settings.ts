import { NotReady } from "@huu-nghi/service-kit";
import type { DataSource } from "typeorm";
import { DatabaseNotUsable } from "./not-usable";

interface LossySetting {
  name: string;
  /** Where it was switched off, as PostgreSQL calls it. */
  source: string;
  login: string;
  database: string;
}

// What holds in this session, and what a login or database would have the next session begin with, the narrowest first.
const lossySettings = `
  select setting.name, case when setting.setting = 'off' then setting.source else planned.source end as source, quote_ident(session_user) as login, quote_ident(current_database()) as database
  from pg_settings setting left join lateral (
    select lower(split_part(entry, '=', 2)) in ('off', 'false', 'no', '0') as is_off,
      case when setrole = 0 and setdatabase = 0 then 'all' when setrole = 0 then 'database' when setdatabase = 0 then 'user' else 'database user' end as source
    from pg_db_role_setting cross join unnest(setconfig) entry
    where setrole in (0, (select oid from pg_roles where rolname = session_user)) and setdatabase in (0, (select oid from pg_database where datname = current_database()))
      and split_part(entry, '=', 1) = setting.name
    order by setrole = 0, setdatabase = 0 limit 1
  ) planned on setting.source <> 'client'
  where setting.name in ('fsync', 'full_page_writes', 'synchronous_commit') and (setting.setting = 'off' or planned.is_off) order by 1`;

const remedyOf = ({ name, source, login, database }: LossySetting): string => {
  switch (source) {
    case "user":
      return `alter role ${login} reset ${name};`;
    case "database":
      return `alter database ${database} reset ${name};`;
    case "database user":
      return `alter role ${login} in database ${database} reset ${name};`;
    case "all":
      return `alter role all reset ${name};`;
    case "client":
      return `take ${name} out of the options of the database's URL;`;
    case "command line":
      return `take ${name} off the server's command line;`;
    default:
      return `alter system set ${name} = on;`;
  }
};

/** Why a server can lose an acknowledged change, and what ends that; undefined for one that cannot. */
const lossOf = async (writer: DataSource) => {
  const found = await writer.query<LossySetting[]>(lossySettings);
  if (found.length === 0) return undefined;
  const fault = `PostgreSQL has ${found.map(({ name }) => name).join(" and ")} switched off, so that changes it has acknowledged can be lost.`;
  return { fault, remedy: `Switch on: ${found.map(remedyOf).join(" ")} Then have it reloaded (select pg_reload_conf();) and start again. For a trial that may lose changes, set DATABASE_MAY_LOSE_CHANGES=yes.` };
};

/** Refuses a server on which an acknowledged change can be lost: a crash there is not survived by what was answered. */
export const refuseLossyServer = async (writer: DataSource): Promise<void> => {
  const loss = await lossOf(writer);
  if (loss) throw new DatabaseNotUsable(`${loss.fault} ${loss.remedy}`);
};

const checkedForMs = 2000;

/** Looks again now and then, since settings can be changed under a process that runs: what it gives rejects while they are lossy. */
export const watchSettings = (writer: DataSource, now = () => performance.now()): (() => Promise<void>) => {
  let checked: Promise<void> | undefined;
  let at = 0;
  const look = async () => {
    const loss = await lossOf(writer);
    if (loss) throw new NotReady(loss.fault, { cause: new DatabaseNotUsable(loss.remedy) });
  };
  return () => {
    if (!checked || now() - at >= checkedForMs) [checked, at] = [look(), now()];
    return checked;
  };
};
