import { randomBytes } from "node:crypto";
import { createLog } from "@huu-nghi/service-kit";
import { loadDemo, loadRecords, migrate, openDatabase, type Division } from "@huu-nghi/subgraph-kit";
import { Client } from "pg";
import { testServer } from "./config";

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

const sqlNameOf = (division: string) => division.replaceAll("-", "_");

const withDatabase = (url: string, database: string) => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

const asSuperuser = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: testServer().superuserUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const urlsOf = (division: string, database: string) => {
  const { ownerUrl, writerUrl, readerUrl } = testServer().roles[division]!;
  return { owner: withDatabase(ownerUrl, database), writer: withDatabase(writerUrl, database), reader: withDatabase(readerUrl, database) };
};

const fill = async (division: Division, database: string, { records, demo }: Content) => {
  const urls = urlsOf(division.name, database);
  await migrate(division, urls, null, createLog(division.name, "silent"));
  const open = await openDatabase(division, urls);
  try {
    if (records) await loadRecords(division, open.writer, () => undefined);
    if (demo) await loadDemo(division, open.writer, demo, () => undefined);
  } finally {
    await open.close();
  }
};

/** A database with this content, from which others are copied; made by the first test that needs it. */
const templateOf = async (division: Division, content: Content): Promise<string> => {
  const name = [sqlNameOf(division.name), "template", content.records ? "records" : "", content.demo ?? ""].filter(Boolean).join("_");
  await asSuperuser(async client => {
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${unfinished}`);
    await client.query(`create database ${unfinished} owner ${sqlNameOf(division.name)}_owner`);
    await fill(division, unfinished, content);
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
};

/** A database of its own for one test, so that tests can run side by side. */
export const testDatabase = async (division: Division, content: Content = {}): Promise<TestDatabase> => {
  const template = await templateOf(division, content);
  const name = `${sqlNameOf(division.name)}_${randomBytes(6).toString("hex")}`;
  await asSuperuser(async client => {
    // A copy needs its template to itself for a moment.
    await client.query("select pg_advisory_lock(hashtext($1))", [template]);
    await client.query(`create database ${name} template ${template} owner ${sqlNameOf(division.name)}_owner`);
  });
  return {
    urls: urlsOf(division.name, name),
    [Symbol.asyncDispose]: () => asSuperuser(async client => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
};
