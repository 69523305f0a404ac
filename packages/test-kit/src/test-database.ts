import { randomBytes } from "node:crypto";
import { analyze, loadDemo, loadRecords, migrate, openDatabase, rolesOf, sqlName, type Division } from "@huu-nghi/subgraph-kit";
import { testLog } from "./test-log";
import { asSuperuser, ensureDivisionLogins, loginUrl } from "./test-server";

/** What a test's database holds at its beginning. */
export interface Content {
  /** The article records. */
  records?: boolean;
  /** So many demo unions. */
  demo?: number;
}

export interface TestDatabase extends AsyncDisposable {
  urls: { owner: string; writer: string; reader: string };
}

const urlsOf = (division: string, database: string) => {
  const { owner, writer, reader } = rolesOf(division);
  return { owner: loginUrl(owner, database), writer: loginUrl(writer, database), reader: loginUrl(reader, database) };
};

const fill = async (division: Division, database: string, { records, demo }: Content) => {
  const urls = urlsOf(division.name, database);
  await migrate(division, urls, null, testLog(division.name));
  const open = await openDatabase(division, urls);
  try {
    if (records) await loadRecords(division, open.writer, () => undefined);
    if (demo) await loadDemo(division, urls, demo, () => undefined);
  } finally {
    await open.close();
  }
  await analyze(division, urls);
};

/** A database with this content, from which others are copied; made by the first test that needs it. */
const templateOf = async (division: Division, content: Content): Promise<string> => {
  const name = [sqlName(division.name), "template", content.records ? "records" : "", content.demo ?? ""].filter(Boolean).join("_");
  await ensureDivisionLogins(division.name);
  await asSuperuser(async client => {
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${unfinished}`);
    await client.query(`create database ${unfinished} owner ${rolesOf(division.name).owner}`);
    await fill(division, unfinished, content);
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
};

/** A database of its own for one test, so that tests can run side by side. */
export const testDatabase = async (division: Division, content: Content = {}): Promise<TestDatabase> => {
  const template = await templateOf(division, content);
  const name = `${sqlName(division.name)}_${randomBytes(6).toString("hex")}`;
  await asSuperuser(async client => {
    // A copy needs its template to itself for a moment.
    await client.query("select pg_advisory_lock(hashtext($1))", [template]);
    await client.query(`create database ${name} template ${template} owner ${rolesOf(division.name).owner}`);
    // Rights on a database are not copied with it.
    await client.query(`revoke temporary on database ${name} from public`);
  });
  return {
    urls: urlsOf(division.name, name),
    [Symbol.asyncDispose]: () => asSuperuser(async client => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
};
