import type { DataSource } from "typeorm";
import { historyFunctions, ownersSettings } from "./history-functions";
import { keptTables } from "./history-triggers";

interface Made {
  name: string;
  body: string;
  settings: string[] | null;
  asOwner: boolean;
  language: string;
  ofOwner: boolean;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const checkFunctions = async (source: DataSource): Promise<string[]> => {
  const made = await source.query<Made[]>(
    `select proname as name, prosrc as body, proconfig as settings, prosecdef as "asOwner", lanname as language,
       proowner = (select relowner from pg_class where oid = 'public.history'::regclass) as "ofOwner"
     from pg_proc join pg_language on pg_language.oid = prolang where pronamespace = 'public'::regnamespace and proname = any ($1)`,
    [historyFunctions.map(({ name }) => name)],
  );
  return historyFunctions.flatMap(({ name, body, language, asOwner = false }) => {
    const [found, ...more] = made.filter(each => each.name === name);
    const expected = { name, body, settings: asOwner ? ownersSettings : null, asOwner, language, ofOwner: true };
    if (!found) return [`the function ${name}, which keeps the history, is gone`];
    return more.length === 0 && same(found, expected) ? [] : [`the function ${name} is not the one that keeps the history`];
  });
};

const checkTriggers = async (source: DataSource): Promise<string[]> =>
  (await keptTables(source)).flatMap(table =>
    table.triggers.flatMap(({ name, state, records }) => {
      if (state === "right") return [];
      if (records) return [`no history is kept of the table ${table.name}: its trigger is ${state === "another one" ? state : "gone or switched off"}`];
      return [`the trigger ${name} of the table ${table.name} is ${state}`];
    }),
  );

// What would stand between a change and what is written down of it.
const checkRewriting = async (source: DataSource): Promise<string[]> => {
  const found = await source.query<{ fault: string }[]>(
    `select format('the table %s has a trigger %s, and should have none', relname, tgname) as fault from pg_trigger join pg_class on pg_class.oid = tgrelid
       where relnamespace = 'public'::regnamespace and relname in ('history', 'history_head') and not tgisinternal
     union all select format('the rule %s of the table %s rewrites what is done to it', rulename, tablename) from pg_rules where schemaname = 'public'
     order by 1`,
  );
  return found.map(({ fault }) => fault);
};

/** That what keeps the history is what this program made. */
export const checkGuards = async (source: DataSource): Promise<string[]> => [...(await checkTriggers(source)), ...(await checkFunctions(source)), ...(await checkRewriting(source))];
